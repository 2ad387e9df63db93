package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"factsheet/generator/page"
	"factsheet/generator/parallel"
)

// The index of the search is classic scripts, since a page that is read from a
// disk can load nothing else. Each calls factsheetSearch with an object. The
// main one has
//
//	count  how many documents there are
//	kindred  lists of words that are taken for one another, of those of which
//	       some document has any
//	kinds  pairs of the number of a document and the kind of all from there on
//	terms  the first term of each part t0, t1, …
//	parts  the parts, where these are small; else each is a script of its own
//
// Part dN of documents is a list of 64, the first of them number 64·N, each
// [kind, link, title, says, status, theirs, heading]. One of terms maps each to
// the documents that have it: numbers in base 36, each (64·d + v)·4 + w, where d
// is the distance from the document before, v what the document is worth as a
// hit, and w a weight from 0 (words of a text) to 3 (of the statement itself).
// What very many documents have goes on in the next parts, each of which counts
// from 0 again.

const (
	docsAPart = 64
	// partBytes is the size of a part of terms: a few of them are loaded for
	// every word that a reader types.
	partBytes = 64 << 10
	// smallBytes is how much is handed over in the main script itself.
	smallBytes = 512 << 10
)

// SearchDir is the folder of the parts of a large index.
const SearchDir = "data/search/"

// A SearchFile is one script of the index.
type SearchFile struct {
	Path string // from the root of the site
	Data []byte
}

// Search makes the index of what can be found, which is made bit by bit on all
// cores: page.SearchPath, and where it is large the scripts of its parts beside
// it. It hands over each script once it is done, and holds no more of the
// documents than a part.
func Search(finds []func() []page.Find, kindred [][]string, out func(SearchFile)) {
	x := indexer{out: out, lists: map[string]*postings{}}
	for some := range slices.Chunk(finds, 256) {
		for _, documents := range parallel.Map(some, documentsOf) {
			for i := range documents {
				x.add(&documents[i])
			}
		}
	}
	x.endDocs()
	kindred = slices.DeleteFunc(append([][]string{}, kindred...), func(words []string) bool { return !slices.ContainsFunc(words, x.has) })
	terms := x.termParts() // which lets go of the lists
	main := object{"count": x.count, "kinds": x.kinds, "kindred": kindred, "terms": terms}
	if !x.large {
		parts := object{}
		for _, p := range x.held {
			parts[p.name] = json.RawMessage(p.json)
		}
		main["parts"] = parts
	}
	out(SearchFile{page.SearchPath, call(main)})
}

// call is a script that hands over an object.
func call(v object) []byte {
	var b bytes.Buffer
	b.WriteString("factsheetSearch(")
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		panic(err) // lists and maps of strings and numbers always encode
	}
	b.Truncate(b.Len() - 1)
	b.WriteString(");\n")
	return b.Bytes()
}

// An indexer makes the index.
type indexer struct {
	out   func(SearchFile)
	held  []part // as long as all is small
	size  int    // of held
	large bool

	count int
	kinds [][2]int
	docs  []byte // those of the part that is open
	lists map[string]*postings
}

// A part is a part of the index.
type part struct {
	name string
	json []byte
}

// Postings are the documents that have a term, in numbers.
type postings struct {
	numbers []byte
	last    int   // the last document
	cuts    []int // where in numbers a part begins, but for the first
}

func (x *indexer) add(d *document) {
	if x.count > 0 && x.count%docsAPart == 0 {
		x.endDocs()
	}
	if n := len(x.kinds); n == 0 || x.kinds[n-1][1] != d.kind {
		x.kinds = append(x.kinds, [2]int{x.count, d.kind})
	}
	if len(x.docs) > 0 {
		x.docs = append(x.docs, ',', '\n')
	}
	x.docs = append(x.docs, d.json...)
	for _, t := range d.terms {
		l := x.lists[t.term]
		if l == nil {
			l = new(postings)
			x.lists[strings.Clone(t.term)] = l // which is a bit of a whole text
		}
		l.add(x.count, d.worth, t.weight)
	}
	x.count++
}

// has reports whether any document has a term.
func (x *indexer) has(term string) bool { return x.lists[term] != nil }

func (l *postings) add(doc, worth, weight int) {
	start := 0
	if n := len(l.cuts); n > 0 {
		start = l.cuts[n-1]
	}
	switch {
	case len(l.numbers)-start > partBytes:
		l.cuts, l.last = append(l.cuts, len(l.numbers)), 0
	case len(l.numbers) > start:
		l.numbers = append(l.numbers, ' ')
	}
	l.numbers = strconv.AppendInt(l.numbers, int64(((doc-l.last)*maxWorth+worth)*4+weight), 36)
	l.last = doc
}

// endDocs ends the part of documents that is open.
func (x *indexer) endDocs() {
	if x.count > 0 {
		x.part(fmt.Sprintf("d%d", (x.count-1)/docsAPart), slices.Concat([]byte("["), x.docs, []byte("]")))
	}
	x.docs = x.docs[:0]
}

// part takes a part, for the main script as long as all is small.
func (x *indexer) part(name string, json []byte) {
	x.held = append(x.held, part{name, json})
	if x.size += len(json); x.size > smallBytes {
		x.large = true
	}
	if !x.large {
		return
	}
	for _, p := range x.held {
		script := fmt.Appendf(nil, `factsheetSearch({"parts":{"%s":%s}});`+"\n", p.name, p.json)
		x.out(SearchFile{SearchDir + p.name + ".js", script})
	}
	x.held = x.held[:0]
}

// termParts cuts the terms, in their order, into parts and returns the first of
// each.
func (x *indexer) termParts() []string {
	starts := []string{}
	var json []byte
	end := func() {
		if len(json) > 0 {
			x.part(fmt.Sprintf("t%d", len(starts)-1), append(json, '}'))
			json = nil
		}
	}
	add := func(term string, numbers []byte) {
		if len(json)+len(numbers) > partBytes {
			end()
		}
		if len(json) == 0 {
			starts, json = append(starts, term), append(json, '{')
		} else {
			json = append(json, ',', '\n')
		}
		json = append(appendString(json, term), ':', '"')
		json = append(append(json, numbers...), '"')
	}
	terms := make([]string, 0, len(x.lists))
	for term := range x.lists {
		terms = append(terms, term)
	}
	slices.Sort(terms)
	for _, term := range terms {
		l, from := x.lists[term], 0
		delete(x.lists, term) // so that no more than the scripts not yet taken are held twice
		for _, cut := range l.cuts {
			add(term, l.numbers[from:cut])
			end()
			from = cut
		}
		add(term, l.numbers[from:])
	}
	end()
	return starts
}
