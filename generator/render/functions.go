package render

import (
	"fmt"
	"html/template"
	"maps"
	"slices"
	"strings"

	"factsheet/generator/chart"
	"factsheet/generator/markdown"
	"factsheet/generator/page"
	"factsheet/generator/sheet"
)

// functions are what layouts can call besides those of html/template.
func (l *Layouts) functions() template.FuncMap {
	return template.FuncMap{
		"asset":      l.assets.address,
		"stylesheet": l.assets.stylesheet,
		"script":     l.assets.script,
		"dir":        direction,
		"inline":     inline,
		"section":    section,
		"evidenced":  evidenced,
		"near":       near,
		"quote":      quote,
		"cell":       newCell,
		"segments":   segments,
		"fact":       newFact,
		"prose":      prose,
		"paragraph":  newParagraph,
		"timeline":   timeline,
		"plot":       plot,
		"link":       link,
		"links":      links,
		"marked":     marked,
	}
}

// functionNames are the names of functions, those of html/template besides.
func functionNames() []string {
	return append(slices.Sorted(maps.Keys(new(Layouts).functions())),
		"and", "call", "eq", "ge", "gt", "html", "index", "js", "le", "len", "lt", "ne", "not", "or",
		"print", "printf", "println", "slice", "urlquery")
}

// timeline returns a timeline as SVG.
func timeline(t page.Timeline) template.HTML { return template.HTML(chart.Timeline(t)) }

// plot returns the readings of a measure as SVG.
func plot(p page.Plot) template.HTML { return template.HTML(chart.Plot(p)) }

// inline returns an author's inline Markdown as HTML.
func inline(in page.Inline) template.HTML {
	if in.Text == "" {
		return ""
	}
	return template.HTML(markdown.Inline(in.Text, markdown.Options{
		Resolve: func(address string) (string, bool) {
			ref, _ := in.Ref(address)
			return ref.Link, ref.Link != ""
		},
	}))
}

// section returns the HTML of the Markdown that package sheet prints for a
// section, on a page in the language lang.
func section(s page.Section, lang string) template.HTML {
	md := sheet.Section(s, func(r page.Ref) string { return r.Link })
	html, _ := markdown.HTML(md, markdown.Options{})
	return template.HTML(markLanguages(html, s.Quotes, lang))
}

// quote returns the HTML of the Markdown that package sheet prints for a
// quote, on a page in the language lang.
func quote(q page.Quote, lang string) template.HTML {
	return section(page.Section{Quotes: []page.Quote{q}}, lang)
}

// markLanguages says of each quote in another language than the page's which
// one it is. Only quotes are block quotes, and each begins with its words.
func markLanguages(html string, quotes []page.Quote, lang string) string {
	if !slices.ContainsFunc(quotes, func(q page.Quote) bool { return q.Lang != lang }) {
		return html
	}
	const open = "<blockquote>\n<p"
	var out strings.Builder
	for _, q := range quotes {
		before, after, ok := strings.Cut(html, open)
		if !ok {
			break
		}
		out.WriteString(before + open)
		if q.Lang != lang {
			fmt.Fprintf(&out, ` lang="%s" dir="%s"`, template.HTMLEscapeString(q.Lang), direction(q.Lang))
		}
		html = after
	}
	return out.String() + html
}

// A Text is a hand-written page.
type Text struct {
	HTML   template.HTML
	Titled bool // it begins with a title of its own
}

// prose returns the words of a hand-written page.
func prose(v View) Text {
	doc := v.Text
	if doc == nil {
		doc = markdown.Parse(v.Value.(page.Prose).Body)
	}
	return Text{HTML: template.HTML(doc.HTML(markdown.Options{Resolve: v.Resolve})), Titled: doc.Titled()}
}

// A Paragraph is a paragraph of a seed in a language and its direction.
type Paragraph struct {
	page.Paragraph
	Lang, Dir string
}

// newParagraph returns a paragraph for partials/paragraph.html.
func newParagraph(p page.Paragraph, lang, dir string) Paragraph { return Paragraph{p, lang, dir} }

// A Fact is a section on a page in a language.
type Fact struct {
	page.Section
	Lang string
}

// newFact returns a section for partials/section.html.
func newFact(s page.Section, lang string) Fact { return Fact{s, lang} }

// A Cell is a cell of a table with the heading of its column, which a narrow
// page shows before it.
type Cell struct {
	page.Cell
	Label page.Words
}

// newCell returns a cell for partials/cell.html.
func newCell(c page.Cell, label page.Words) Cell { return Cell{c, label} }
