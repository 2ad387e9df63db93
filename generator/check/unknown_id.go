package check

import (
	"fmt"
	"slices"
	"strings"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/edtf"
	"factsheet/generator/form"
)

var unknownID = Rule{
	Code: "unknown-id", Group: Form, Severity: diag.Error,
	Title: "an id that nothing declares, or that names something else",
	Why: "Sources, parts, measures, actors and facts refer to one another by id. While a file does not " +
		"parse, ids that are missing elsewhere may be declared in it: they are counted, not reported.",
	Example: `evidence = [{ source = "valey-post", quote = "three bridges were closed" }]`,
	Named: func(d *dossier.Dossier, s *dossier.Source, report Report) {
		reportUnknown(d, s.References, s.Record.Place, report)
	},
	Linked: func(d *dossier.Dossier, item dossier.Item, report Report) {
		reportUnknown(d, item.Refs(), item.Place, report)
	},
}

func reportUnknown(d *dossier.Dossier, refs []form.Reference, place func(form.Text) diag.Place, report Report) {
	if !d.Complete() {
		return
	}
	for _, ref := range refs {
		id := ref.Text.Value
		if known(d, ref) {
			continue
		}
		if x, ok := d.Lookup(id); ok {
			report(place(ref.Text), fmt.Sprintf("%s wants %s, and %q is %s", ref.Key, spacesInWords(ref.Spaces), id, withArticle(x.Space)),
				"", diag.Related{Label: "declared", Place: x.Place})
			continue
		}
		report(place(ref.Text), unknown(ref), meant(d, ref))
	}
}

func unknown(ref form.Reference) string {
	switch nouns := nouns(ref.Spaces); {
	case !slices.Contains(ref.Spaces, "date"):
		return fmt.Sprintf("%s names %q, and no %s has that id", ref.Key, ref.Text.Value, strings.Join(nouns, " or "))
	case len(nouns) == 1:
		return fmt.Sprintf("%s is %q, which is neither a date nor the id of %s", ref.Key, ref.Text.Value, withArticle(nouns[0]))
	}
	return fmt.Sprintf("%s leads to %q, which is neither a date nor an id", ref.Key, ref.Text.Value)
}

// meant is the id or the date that was probably meant, else what would declare
// the id, else "".
func meant(d *dossier.Dossier, ref form.Reference) string {
	id := ref.Text.Value
	if near := nearestID(d, id, ref.Spaces); near != "" {
		return near
	}
	if slices.Contains(ref.Spaces, "date") {
		_, err := edtf.Parse(id)
		_, help := form.Explain(ref.Key, err)
		return help
	}
	if table := map[string]string{"source": "sources", "measure": "measures", "actor": "actors"}[ref.Spaces[0]]; table != "" && form.IsID(id) {
		return fmt.Sprintf("[[%s]]\nid = %q", table, id)
	}
	return ""
}

// nearestID returns the id declared in some spaces that an author most likely
// meant by another, or "". It is looked for once: one that was renamed may be
// missing in thousands of places.
func nearestID(d *dossier.Dossier, id string, spaces []string) string {
	type key struct{ id, spaces string }
	type known struct{ spaces string }
	in := strings.Join(spaces, " ")
	return dossier.Derived(d, key{id, in}, func(d *dossier.Dossier) string {
		names := dossier.Derived(d, known{in}, func(d *dossier.Dossier) []string { return d.Names(spaces) })
		near, _ := diag.Nearest(id, names)
		return near
	})
}

// Hidden counts the ids that would be unknown if every file could be read.
func Hidden(d *dossier.Dossier) int {
	if d.Complete() {
		return 0
	}
	n := 0
	count := func(refs []form.Reference) {
		for _, ref := range refs {
			if !known(d, ref) {
				n++
			}
		}
	}
	for _, s := range d.Sources {
		count(s.References)
	}
	for _, item := range d.Items() {
		count(item.Refs())
	}
	return n
}

func known(d *dossier.Dossier, ref form.Reference) bool {
	if x, ok := d.Lookup(ref.Text.Value); ok && slices.Contains(ref.Spaces, x.Space) {
		return true
	}
	if slices.Contains(ref.Spaces, "own") && ref.Text.Value == "own" {
		return true
	}
	if slices.Contains(ref.Spaces, "date") {
		_, err := edtf.Parse(ref.Text.Value)
		return err == nil
	}
	return false
}

// nouns are the spaces without the words that stand for no record.
func nouns(spaces []string) []string {
	return slices.DeleteFunc(slices.Clone(spaces), func(s string) bool { return s == "own" || s == "date" })
}

func spacesInWords(spaces []string) string {
	list := nouns(spaces)
	for i, s := range list {
		list[i] = withArticle(s)
	}
	return strings.Join(list, " or ")
}

func withArticle(noun string) string {
	if noun == "actor" {
		return "an actor"
	}
	return "a " + noun
}
