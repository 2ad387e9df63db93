package publish

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"strconv"
	"strings"
)

// What a re-check reads of the data of a site. It knows the files as any other
// program does, by what README says of them.

type dossierData struct {
	Seeds   string       `json:"seeds"`
	Sources []sourceData `json:"sources"`
	Actors  []itemData   `json:"actors"`
	Facts   []itemData   `json:"facts"`
}

type sourceData struct{ ID, Seed, SHA256 string }

type itemData struct {
	ID       string
	Evidence []struct {
		Source string
		Quote  string
		Spans  []struct{ Start, End int }
	}
}

// gap joins the pieces of a quote.
const gap = " […] "

// data checks the data against the seeds, or against the pages of the sources.
func (c *checker) data() {
	d, name, ok := c.dossier()
	if !ok {
		return
	}
	c.Excerpts = d.Seeds == "excerpts"
	sources := map[string]sourceData{}
	for _, s := range d.Sources {
		sources[s.ID] = s
	}
	if c.Excerpts {
		c.quotesOnPages(name, d)
		return
	}
	seeds := c.seeds(name, d.Sources)
	for _, item := range append(d.Actors, d.Facts...) {
		for i, e := range item.Evidence {
			c.Quotes++
			var pieces []string
			for _, s := range e.Spans {
				pieces = append(pieces, slice(seeds[sources[e.Source].Seed], s.Start, s.End))
			}
			if strings.Join(pieces, gap) != e.Quote {
				c.problem(name, fmt.Sprintf("holds quote %d of %q, which does not stand at its offsets in the seed of %q", i+1, item.ID, e.Source))
			}
		}
	}
	c.table(seeds)
	c.annotations(seeds)
}

func slice(data []byte, start, end int) string {
	if start < 0 || start > end || end > len(data) {
		return ""
	}
	return string(data[start:end])
}

// dossier reads data/dossier.json, or the lines of data/dossier.jsonl.
func (c *checker) dossier() (d dossierData, name string, ok bool) {
	name = "data/dossier.json"
	if _, err := fs.Stat(c.fsys, name+"l"); err == nil {
		name += "l"
	}
	data, ok := c.read(name)
	if !ok {
		return d, name, false
	}
	var err error
	if path.Ext(name) == ".json" {
		err = json.Unmarshal(data, &d)
	} else {
		err = d.readLines(data)
	}
	if err != nil {
		c.problem(name, "is not what it should be: "+err.Error())
	}
	return d, name, err == nil
}

func (d *dossierData) readLines(data []byte) error {
	for line := range bytes.Lines(data) {
		var record struct {
			Dossier struct{ Seeds string }
			Source  *sourceData
			Actor   *itemData
			Fact    *itemData
		}
		if err := json.Unmarshal(line, &record); err != nil {
			return err
		}
		switch {
		case record.Source != nil:
			d.Sources = append(d.Sources, *record.Source)
		case record.Actor != nil:
			d.Actors = append(d.Actors, *record.Actor)
		case record.Fact != nil:
			d.Facts = append(d.Facts, *record.Fact)
		case record.Dossier.Seeds != "":
			d.Seeds = record.Dossier.Seeds
		}
	}
	return nil
}

// seeds reads the seeds that SHA256SUMS lists and holds them to it, and the
// sources to them.
func (c *checker) seeds(name string, sources []sourceData) map[string][]byte {
	const list = "seeds/SHA256SUMS"
	seeds, sums := map[string][]byte{}, map[string]string{}
	lines, _ := c.read(list)
	for line := range strings.Lines(string(lines)) {
		want, seed, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "  ")
		if !ok || !fs.ValidPath(seed) {
			c.problem(list, fmt.Sprintf("has the line %q, which names no file", strings.TrimSpace(line)))
			continue
		}
		data, ok := c.read("seeds/" + seed)
		if !ok {
			continue
		}
		c.Seeds++
		sum := sha256.Sum256(data)
		seeds[seed], sums[seed] = data, hex.EncodeToString(sum[:])
		if sums[seed] != want {
			c.problem("seeds/"+seed, "has other bytes than its sum in "+list)
		}
	}
	for _, s := range sources {
		if sums[s.Seed] != s.SHA256 {
			c.problem(name, fmt.Sprintf("gives the source %q a seed %q with another sum than that in %s", s.ID, s.Seed, list))
		}
	}
	return seeds
}

// quotesOnPages looks for every quote on the page of its source.
func (c *checker) quotesOnPages(name string, d dossierData) {
	for _, item := range append(d.Actors, d.Facts...) {
		for i, e := range item.Evidence {
			c.Quotes++
			page := c.pages["sources/"+e.Source+".html"]
			for piece := range strings.SplitSeq(e.Quote, gap) {
				if page == nil || !strings.Contains(page.text, spaced(piece)) {
					c.problem(name, fmt.Sprintf("holds quote %d of %q, which does not stand on the page of %q", i+1, item.ID, e.Source))
					break
				}
			}
		}
	}
}

// table checks the quotes of facts.csv: that each begins and ends at its
// offsets, the outermost ones of a quote with gaps.
func (c *checker) table(seeds map[string][]byte) {
	const name = "data/facts.csv"
	data, ok := c.read(name)
	if !ok {
		return
	}
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil || len(rows) == 0 {
		c.problem(name, fmt.Sprintf("is no table: %v", err))
		return
	}
	column := map[string]int{}
	for i, title := range rows[0] {
		column[title] = i
	}
	for n, row := range rows[1:] {
		cell := func(title string) string { return row[column[title]] }
		if cell("quote") == "" {
			continue
		}
		c.Quotes++
		start, _ := strconv.Atoi(cell("start"))
		end, _ := strconv.Atoi(cell("end"))
		pieces, passage := strings.Split(cell("quote"), gap), slice(seeds[cell("seed")], start, end)
		if !strings.HasPrefix(passage, pieces[0]) || !strings.HasSuffix(passage, pieces[len(pieces)-1]) || len(pieces) == 1 && passage != pieces[0] {
			c.problem(name, fmt.Sprintf("holds a quote of %q in row %d that does not stand at its offsets in %q", cell("fact"), n+2, cell("seed")))
		}
	}
}

// annotations checks the targets of annotations.jsonld, whose positions count
// code points.
func (c *checker) annotations(seeds map[string][]byte) {
	const name = "data/annotations.jsonld"
	data, ok := c.read(name)
	if !ok {
		return
	}
	var collection struct {
		First struct {
			Items []struct {
				ID     string
				Target []struct {
					Source   string
					Selector []struct {
						Start, End            int
						Exact, Prefix, Suffix string
					}
				}
			}
		}
	}
	if err := json.Unmarshal(data, &collection); err != nil {
		c.problem(name, "is not what it should be: "+err.Error())
		return
	}
	points := map[string][]rune{}
	for seed, data := range seeds {
		points[path.Join("../seeds", seed)] = []rune(string(data))
	}
	for _, item := range collection.First.Items {
		for _, target := range item.Target {
			c.Quotes++
			text := points[target.Source]
			if len(target.Selector) != 2 || !stands(text, target.Selector[0].Start, target.Selector[0].End, target.Selector[1].Prefix, target.Selector[1].Exact, target.Selector[1].Suffix) {
				c.problem(name, fmt.Sprintf("holds a target of %q that does not stand at its position in %q", item.ID, target.Source))
			}
		}
	}
}

// stands reports whether words stand at a place of a text between others.
func stands(text []rune, start, end int, prefix, exact, suffix string) bool {
	if start < 0 || start > end || end > len(text) {
		return false
	}
	before, after := text[max(0, start-len(prefix)):start], text[end:min(len(text), end+len(suffix))]
	return string(text[start:end]) == exact && strings.HasSuffix(string(before), prefix) && strings.HasPrefix(string(after), suffix)
}
