package render

import (
	"html/template"
	"strings"

	"factsheet/generator/markdown"
	"factsheet/generator/page"
)

// link returns the title of what a ref leads to, as a link where it leads
// anywhere.
func link(r page.Ref) template.HTML {
	var b strings.Builder
	writeLink(&b, r.Link, r.Title)
	return template.HTML(b.String())
}

// links lists links: "a, b and c".
func links(refs []page.Ref) template.HTML {
	var b strings.Builder
	for i, r := range refs {
		b.WriteString(page.Before(refs, i))
		writeLink(&b, r.Link, r.Title)
	}
	return template.HTML(b.String())
}

// writeLink writes text, as a link unless the address is none of the site.
func writeLink(b *strings.Builder, address, text string) {
	if address == "" || markdown.TargetOf(address) != markdown.Relative {
		writeText(b, text)
		return
	}
	b.WriteString(`<a href="`)
	writeText(b, address)
	b.WriteString(`">`)
	writeText(b, text)
	b.WriteString("</a>")
}

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;", "'", "&#39;", "\x00", "\ufffd")

// writeText writes text as html/template would.
func writeText(b *strings.Builder, s string) { _, _ = escaper.WriteString(b, s) }
