package check

import (
	"fmt"
	"slices"
	"strings"

	"factsheet/generator/annotation"
	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/form"
	"factsheet/generator/markdown"
	"factsheet/generator/text"
	"factsheet/generator/tomlfile"
)

var badLink = Rule{
	Code: "bad-link", Group: Site, Severity: diag.Error,
	Title: "a link leads nowhere",
	Why: "In an annotation a link whose whole address is an id leads to that fact, actor or source. " +
		"In a page it may also be the path of another page, seen from the page itself.",
	Example: `note = "See [the bridges](bridges-close)."`,
	Named:   func(d *dossier.Dossier, s *dossier.Source, report Report) { badLinks(d, sourceInlines(s), report) },
	Linked:  func(d *dossier.Dossier, item dossier.Item, report Report) { badLinks(d, itemInlines(item), report) },
}

func badLinks(d *dossier.Dossier, fields []inlineField, report Report) {
	known := markdown.Options{Resolve: func(id string) (string, bool) {
		x, ok := d.Lookup(id)
		if !ok && form.IsID(id) && !d.Complete() {
			return id, true // it may be declared in the file that does not parse
		}
		return id, ok && slices.Contains(withPages, x.Space) && !isDraft(d, id)
	}}
	eachInline(fields, func(f inlineField) {
		for _, p := range markdown.ParseInline(f.text.Value).Check(known) {
			place := within(f.record, f.text, p.Span)
			if p.Help == "" {
				p.Help = linkable(d, place.File.Slice(place.Span))
			}
			report(place, p.Message, p.Help)
		}
	})
}

// withPages are the spaces of the ids to which a link may lead.
var withPages = []string{"source", "actor", "fact"}

// linkable says why a link to an id leads nowhere, or which id was probably
// meant.
func linkable(d *dossier.Dossier, id string) string {
	if isDraft(d, id) {
		return fmt.Sprintf("%q is a draft, which build leaves out", id)
	}
	if x, ok := d.Lookup(id); ok {
		return fmt.Sprintf("%q is %s, which has no page", id, withArticle(x.Space))
	}
	return nearestID(d, id, withPages)
}

// isDraft reports whether an id is that of a fact which is not published.
func isDraft(d *dossier.Dossier, id string) bool {
	f := d.Fact(id)
	return f != nil && f.Draft()
}

// An inlineField is a field that holds inline Markdown.
type inlineField struct {
	record form.Record
	text   form.Text
}

// eachInline calls do for the fields that can hold a link.
func eachInline(fields []inlineField, do func(inlineField)) {
	for _, f := range fields {
		if strings.ContainsAny(f.text.Value, "[<") {
			do(f)
		}
	}
}

func sourceInlines(s *dossier.Source) []inlineField {
	fields := []inlineField{{s.Record.Record, s.Record.Basis}}
	for i := range s.Record.Parts {
		fields = append(fields, inlineField{s.Record.Parts[i].Record, s.Record.Parts[i].Basis})
	}
	return append(fields, allowInlines(s.Record.Allow)...)
}

func allowInlines(list []annotation.Allow) []inlineField {
	var fields []inlineField
	for i := range list {
		fields = append(fields, inlineField{list[i].Record, list[i].Because})
	}
	return fields
}

func itemInlines(item dossier.Item) []inlineField {
	c := item.Common()
	record := form.Record{File: item.Place(noField).File}
	var fields []inlineField
	for _, t := range []form.Text{c.Note, c.Because} {
		fields = append(fields, inlineField{record, t})
	}
	if f, ok := item.(*dossier.Fact); ok {
		for _, t := range []form.Text{f.Record.Statement, f.Record.Question, f.Record.Answer, f.Record.Remains} {
			fields = append(fields, inlineField{record, t})
		}
	}
	for _, e := range item.Cited() {
		fields = append(fields, inlineField{record, e.Record.Note}, inlineField{record, e.Record.Because})
	}
	for i := range c.Corrected {
		fields = append(fields, inlineField{record, c.Corrected[i].Was}, inlineField{record, c.Corrected[i].Because})
	}
	return append(fields, allowInlines(c.Allow)...)
}

// within is the place of a part of a field: offsets of the decoded string
// become those of the file.
func within(r form.Record, t form.Text, part text.Span) diag.Place {
	return diag.Place{File: r.File, Span: text.Span{
		Start: tomlfile.Offset(r.File, t.Span, part.Start),
		End:   tomlfile.Offset(r.File, t.Span, part.End),
	}}
}
