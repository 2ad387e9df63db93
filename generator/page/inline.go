package page

import (
	"strings"

	"factsheet/generator/form"
	"factsheet/generator/markdown"
)

// inline returns an author's inline Markdown with what its links lead to.
func (b *Book) inline(t form.Text) Inline {
	in := Inline{Text: t.Value}
	for _, id := range linked(t.Value) {
		if ref, ok := b.Ref(id); ok {
			in.Refs = append(in.Refs, ref)
		}
	}
	return in
}

// linked returns the addresses of a text's links that are written like ids,
// and perhaps some that only look like links: they are only ever looked up.
func linked(s string) []string {
	var ids []string
	for {
		_, rest, ok := strings.Cut(s, "](")
		if !ok {
			return unique(ids)
		}
		s = rest
		address, _, _ := strings.Cut(rest, ")")
		if address = strings.Trim(address, " <>"); form.IsID(address) {
			ids = append(ids, address)
		}
	}
}

// plain returns inline Markdown as a reader sees it, without its links.
func plain(s string) Words { return markdown.Plain(s) }
