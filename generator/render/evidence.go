package render

import (
	"bytes"
	"html/template"
	"strings"

	"factsheet/generator/page"
)

// evidenced returns the HTML of a section with a button below each quote that
// opens its card. Without cards it is the section alone.
func evidenced(s page.Section, lang string) template.HTML {
	html := section(s, lang)
	if len(s.Cards) == 0 {
		return html
	}
	return template.HTML(openers([]byte(html), s.Cards))
}

// openers puts a button at the end of each quote. Only quotes are block
// quotes, one for each card.
func openers(html []byte, cards []page.Card) []byte {
	const end = "</blockquote>"
	var out []byte
	for _, c := range cards {
		before, after, ok := bytes.Cut(html, []byte(end))
		if !ok {
			break
		}
		out = append(append(out, before...), opener(c)...)
		out = append(out, end...)
		html = after
	}
	return append(out, html...)
}

// opener is the button that opens a card: the browser does it, without a
// script. Where it cannot, the link of the quote leads to the passage.
func opener(c page.Card) string {
	return `<p class="opener"><button type="button" popovertarget="_` + template.HTMLEscapeString(c.ID) + `">In its paragraph</button></p>`
}

// near returns the paragraph of a card as HTML, the quote in it marked.
func near(c page.Card) template.HTML {
	var b strings.Builder
	for _, s := range c.Paragraph {
		switch {
		case s.Gap:
			b.WriteString(`<span class="gap">`)
			writeText(&b, s.Text)
			b.WriteString("</span>")
		case s.Quoted:
			b.WriteString("<mark>")
			writeText(&b, s.Text)
			b.WriteString("</mark>")
		default:
			writeText(&b, s.Text)
		}
	}
	return template.HTML(b.String())
}
