package build_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"factsheet/generator/build"
	"factsheet/generator/form"
	"factsheet/generator/text"
	"factsheet/generator/tomlfile"
)

// An edit puts other bytes in the place of a span of a file.
type edit struct {
	file *text.File
	span text.Span
	with string
}

// A garden is a project whose annotations are right, into which faults are
// planted, and its annotation files as TOML.
type garden struct {
	name   string
	state  *build.State
	tables map[*text.File]map[text.Span]*tomlfile.Table // by their spans, as those of records
	ends   map[*text.File][]int                         // where each record ends
}

func newGarden(t testing.TB, name, root string) *garden {
	t.Helper()
	files, err := build.Read(projectOn(t, root), nil)
	if err != nil {
		t.Fatal(err)
	}
	s := build.Next(files, nil)
	if len(s.Found) > 0 {
		t.Fatalf("%s is not silent:\n%s", name, printed(s.Found))
	}
	g := &garden{name: name, state: s, tables: map[*text.File]map[text.Span]*tomlfile.Table{}, ends: map[*text.File][]int{}}
	for _, f := range s.Files.Annotations {
		root, _ := tomlfile.Parse(f)
		g.tables[f] = map[text.Span]*tomlfile.Table{}
		g.addTables(f, root)
		for _, e := range root.Entries {
			for _, record := range e.Value.Items {
				g.ends[f] = append(g.ends[f], record.Span.Start)
			}
		}
		slices.Sort(g.ends[f])
	}
	return g
}

func (g *garden) addTables(f *text.File, t *tomlfile.Table) {
	g.tables[f][t.Span] = t
	for _, e := range t.Entries {
		for _, v := range append(e.Value.Items, e.Value) {
			if v.Table != nil {
				g.addTables(f, v.Table)
			}
		}
	}
}

// table is the TOML of a record.
func (g *garden) table(r form.Record) *tomlfile.Table { return g.tables[r.File][r.Span] }

func isInline(r form.Record) bool { return r.File.Data[r.Span.Start] == '{' }

// set gives a field that is there another string.
func set(r form.Record, t form.Text, value string) edit {
	return edit{r.File, t.Span, strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(value)}
}

// put gives a record a value, as TOML, under a key that it has or not.
func (g *garden) put(r form.Record, key, value string) edit {
	t := g.table(r)
	if v := t.Get(key); v != nil {
		return edit{r.File, v.Span, value}
	}
	at := t.Entries[0].Value.Span.End
	if isInline(r) {
		return edit{r.File, text.Span{Start: at, End: at}, fmt.Sprintf(", %s = %s", key, value)}
	}
	return edit{r.File, text.Span{Start: at, End: at}, fmt.Sprintf("\n%s = %s", key, value)}
}

// drop takes a key away.
func (g *garden) drop(r form.Record, key string) edit {
	t := g.table(r)
	i := slices.IndexFunc(t.Entries, func(e tomlfile.Entry) bool { return e.Key == key })
	e := t.Entries[i]
	span := text.Span{Start: e.KeySpan.Start, End: e.Value.Span.End}
	switch {
	case !isInline(r):
	case i > 0:
		span.Start = t.Entries[i-1].Value.Span.End
	case i+1 < len(t.Entries):
		span.End = t.Entries[i+1].KeySpan.Start
	}
	return edit{file: r.File, span: span}
}

// dropItem takes the i-th string of a list away, and the list where it has no
// other.
func (g *garden) dropItem(r form.Record, key string, i int) edit {
	list := g.table(r).Get(key).Items
	if len(list) == 1 {
		return g.drop(r, key)
	}
	span := list[i].Span
	if i > 0 {
		span.Start = list[i-1].Span.End
	} else {
		span.End = list[1].Span.Start
	}
	return edit{file: r.File, span: span}
}

// dropRecord takes a table of an array of tables away, up to the next header.
func (g *garden) dropRecord(r form.Record) edit {
	rest := string(r.File.Data[r.Span.End:])
	end := len(r.File.Data)
	for _, header := range []string{"\n[[", "\n  [["} {
		if i := strings.Index(rest, header); i >= 0 {
			end = min(end, r.Span.End+i)
		}
	}
	return edit{file: r.File, span: text.Span{Start: r.Span.Start, End: end}}
}

// record is the whole record at an offset of a file: up to where the next one
// begins.
func (g *garden) record(r form.Record) zone {
	ends := g.ends[r.File]
	i, found := slices.BinarySearch(ends, r.Span.Start)
	if !found {
		i--
	}
	span := text.Span{Start: ends[i], End: len(r.File.Data)}
	if i+1 < len(ends) {
		span.End = ends[i+1]
	}
	return zone{r.File.Path, span}
}

// A zone is where a finding is looked for: bytes of a file as it was before
// the edits.
type zone struct {
	path string
	span text.Span
}

// plant makes the state of a project after some edits.
func (g *garden) plant(edits []edit) *build.State {
	files := *g.state.Files
	files.Annotations = slices.Clone(files.Annotations)
	for i, f := range files.Annotations {
		own := slices.DeleteFunc(slices.Clone(edits), func(e edit) bool { return e.file != f })
		if len(own) > 0 {
			files.Annotations[i] = text.NewFile(f.Path, edited(f.Data, own))
		}
	}
	return build.Next(&files, g.state)
}

func edited(data []byte, edits []edit) []byte {
	slices.SortFunc(edits, func(a, b edit) int { return b.span.Start - a.span.Start })
	for _, e := range edits {
		data = slices.Concat(data[:e.span.Start], []byte(e.with), data[e.span.End:])
	}
	return data
}

// after is where an offset of a file lies after the edits.
func after(path string, offset int, edits []edit) int {
	moved := offset
	for _, e := range edits {
		if e.file.Path == path && e.span.Start < offset {
			moved += len(e.with) - e.span.Len()
		}
	}
	return moved
}
