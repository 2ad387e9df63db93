package check

import (
	"fmt"
	"slices"
	"strings"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/form"
	"factsheet/generator/lang"
	"factsheet/generator/markdown"
	"factsheet/generator/names"
	"factsheet/generator/text"
)

var loadedWord = Rule{
	Code: "loaded-word", Group: Statements, Severity: diag.Error,
	Title: "an outlet's colouring stands outside quotation marks",
	Why: "Words that a source lists as `loaded` are that outlet's and not the site's: its pages are plain, and quote such words " +
		"where they matter.",
	Example: `statement = "The valley was drowned by greed."
# valley-post has loaded = ["drowned by greed"]`,
	Linked: func(d *dossier.Dossier, item dossier.Item, report Report) {
		f, ok := item.(*dossier.Fact)
		index := d.Loaded()
		if !ok || index.Empty() {
			return
		}
		if f.Says != nil {
			reportLoaded(d, f.Says, index, report)
		}
		r := f.Record
		table, _ := lang.For(d.Site.Language())
		for _, field := range []form.Text{r.Question, r.Remains, r.Note, r.Because} {
			if len(index.Find(text.FoldString(markdown.Plain(field.Value)))) > 0 {
				reportLoaded(d, dossier.NewProse(r.Record, field, table), index, report)
			}
		}
	},
}

func reportLoaded(d *dossier.Dossier, p *dossier.Prose, index *names.Index, report Report) {
	marked := quotations(p.View.Text)
	for _, m := range index.Find(p.View.Text) {
		if quotedIn(marked, m.Span) {
			continue
		}
		report(p.Place(m.Span), fmt.Sprintf("%q is the wording of %q, here in the site's own voice", p.Slice(m.Span), m.IDs[0]),
			fmt.Sprintf("“%s”, or a plain word", p.Slice(m.Span)), listedAt(d, m, p.Slice(m.Span)))
	}
}

// listedAt is where a source lists the words as loaded.
func listedAt(d *dossier.Dossier, m names.Mention, words string) diag.Related {
	s := d.Source(m.IDs[0])
	i := max(0, slices.IndexFunc(s.Record.Loaded, func(t form.Text) bool {
		return strings.EqualFold(text.FoldString(t.Value), words)
	}))
	return diag.Related{Label: "loaded", Place: s.Record.Place(s.Record.Loaded[i])}
}
