package annotation

import (
	"fmt"
	"slices"
	"strings"

	"factsheet/generator/config"
	"factsheet/generator/diag"
	"factsheet/generator/form"
	"factsheet/generator/text"
	"factsheet/generator/tomlfile"
)

// Dir is where a project keeps its annotations.
const Dir = "content/annotations"

// Records is the content of one annotation file. A record with an error of
// form stands in none of the lists; the ids that it declares are in Broken,
// so that a reference to it is not taken for a mistake.
type Records struct {
	File     *text.File
	Parsed   bool // false: not TOML at all, and nothing is known of its ids
	Whole    bool // every record of the file stands in one of the lists
	Sources  []*Source
	Measures []*Measure
	Actors   []*Actor
	Facts    []*Fact
	Broken   []form.ID
	Faulty   []Faulty // in the order of the file
}

// Faulty is a record or table with an error of form.
type Faulty struct {
	form.Record
	Table     string // "" of a table that nobody knows
	ID, Group string // as far as they can be read
}

// Read returns the records of an annotation file and what is wrong with their
// form. The site says which tables are sheets and of what kind.
func Read(f *text.File, site *config.Site) (*Records, []diag.Diagnostic) {
	table, found := tomlfile.Parse(f)
	r := &reader{site: site, out: &Records{File: f, Parsed: table != nil, Whole: table != nil}, found: found}
	if table != nil {
		for _, entry := range table.Entries {
			r.table(entry)
		}
	}
	return r.out, r.found
}

type reader struct {
	site  *config.Site
	out   *Records
	found []diag.Diagnostic
}

func (r *reader) table(e tomlfile.Entry) {
	if !slices.Contains(r.tables(), e.Key) {
		r.unknownTable(e)
		return
	}
	if e.Value.Kind != tomlfile.Array {
		r.report("bad-value", e.KeySpan, fmt.Sprintf("%s is no list of tables", e.Key), "[["+e.Key+"]]")
		return
	}
	for _, item := range e.Value.Items {
		if item.Kind != tomlfile.TableKind {
			r.report("bad-value", item.Span, fmt.Sprintf("%s holds what is no table", e.Key), "[["+e.Key+"]]")
			continue
		}
		r.record(e.Key, item.Table)
	}
}

func (r *reader) tables() []string {
	names := []string{"sources", "measures", "actors"}
	for _, s := range r.site.Sheets {
		if s.Name.Value != "actors" {
			names = append(names, s.Name.Value)
		}
	}
	return names
}

func (r *reader) unknownTable(e tomlfile.Entry) {
	help := "one of " + strings.Join(r.tables(), ", ")
	if near, ok := diag.Nearest(e.Key, r.tables()); ok {
		help = near
	} else if form.IsID(e.Key) && e.Value.Kind == tomlfile.Array {
		help = fmt.Sprintf("in %s:\n[[sheets]]\nname = %q\nkind = \"claim\"\ntitle = \"\"", config.Path, e.Key)
	}
	r.report("unknown-key", e.KeySpan, fmt.Sprintf("%s has no sheet %q", config.Path, e.Key), help)
}

func (r *reader) record(name string, t *tomlfile.Table) {
	switch name {
	case "sources":
		if s := new(Source); r.decode(t, s, "source", "") {
			r.out.Sources = append(r.out.Sources, s)
		}
	case "measures":
		if m := new(Measure); r.decode(t, m, "measure", "") {
			r.out.Measures = append(r.out.Measures, m)
		}
	case "actors":
		if a := new(Actor); r.decode(t, a, "actor", "actor") {
			r.out.Actors = append(r.out.Actors, a)
		}
	default:
		kind := r.site.Sheet(name).Kind.Value
		if f := (&Fact{Kind: kind, Table: name}); r.decode(t, f, noun(kind), kind) {
			r.out.Facts = append(r.out.Facts, f)
		}
	}
}

// noun is what a fact of the kind is called in messages.
func noun(kind string) string {
	if kind == "quantity" {
		return "figure"
	}
	return kind
}

// decode fills a record and reports whether its form is right.
func (r *reader) decode(t *tomlfile.Table, into any, name, kind string) bool {
	found := form.Decode(r.out.File, t, into, name, kind)
	if len(found) == 0 {
		found = rules(into)
	}
	if len(found) == 0 {
		return true
	}
	r.found = append(r.found, found...)
	r.out.Whole = false
	r.out.Broken = append(r.out.Broken, form.IDs(into)...)
	r.out.Faulty = append(r.out.Faulty, faulty(into))
	return false
}

func faulty(record any) Faulty {
	switch x := record.(type) {
	case *Source:
		return Faulty{x.Record, "sources", x.ID.Value, ""}
	case *Measure:
		return Faulty{x.Record, "measures", x.ID.Value, ""}
	case *Actor:
		return Faulty{x.Record, "actors", x.ID.Value, x.Group.Value}
	}
	x := record.(*Fact)
	return Faulty{x.Record, x.Table, x.ID.Value, x.Group.Value}
}

func (r *reader) report(code string, span text.Span, message, help string) {
	r.out.Whole = false
	r.out.Faulty = append(r.out.Faulty, Faulty{Record: form.Record{File: r.out.File, Span: span}})
	r.found = append(r.found, diag.Diagnostic{
		Code: code, Severity: diag.Error, Place: diag.Place{File: r.out.File, Span: span},
		Message: message, Help: help,
	})
}
