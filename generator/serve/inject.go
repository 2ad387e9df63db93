package serve

import (
	"bytes"
	"fmt"
	"html"
	"slices"
	"strings"
)

// What the preview puts into the pages that it serves, and only into those.

// policyEnd ends the policy of every page of the site, which lets a script ask
// its own server; package render puts it in.
var policyEnd = []byte(`form-action 'none'">`)

// inject puts the preview's style sheet and script into a page. tag names the
// page's bytes.
func inject(page []byte, tag string) []byte {
	before, after, ok := bytes.Cut(page, policyEnd)
	if !ok {
		return page
	}
	out := make([]byte, 0, len(page)+512)
	out = append(append(out, before...), policyEnd...)
	out = fmt.Appendf(out, "\n<link rel=\"stylesheet\" href=\"%s\">\n<script src=\"%s\" data-tag=\"%s\" data-panel=\"%s\" defer></script>",
		assetPath("preview.css"), assetPath("preview.js"), tag, assetPath("panel.css"))
	return append(out, after...)
}

// place returns a page with cards, each where it stands.
func place(page []byte, list []card, e Editor) []byte {
	if len(list) == 0 {
		return page
	}
	page = slices.Clone(page) // others hold it too
	for _, c := range slices.Backward(list) {
		var at int
		page, at = c.at(page)
		page = slices.Insert(page, at, []byte(c.html(e))...)
	}
	return page
}

// at returns the offset at which the card goes into a page: in the element
// that it stands for, which is marked so that the rest of it is hidden; before
// what used to follow it; or at the end or at the top of what the page shows.
func (c card) at(page []byte) ([]byte, int) {
	if c.id == "" {
		return page, topOf(page)
	}
	if i := attribute(page, c.id); i >= 0 {
		page = slices.Insert(page, i, []byte(" data-preview=\"error\"")...)
		return page, tagEnd(page, i)
	}
	for _, id := range c.next {
		if i := attribute(page, id); i >= 0 {
			return page, bytes.LastIndexByte(page[:i], '<')
		}
	}
	if i := bytes.LastIndex(page, []byte("</main")); i >= 0 {
		return page, i
	}
	return page, len(page)
}

// attribute returns where the id of an element stands in its tag, or -1. No
// text and no other attribute of a page holds a quotation mark of its own.
func attribute(page []byte, id string) int {
	return bytes.Index(page, []byte(` id="`+html.EscapeString(id)+`"`))
}

// topOf returns the offset of the top of what a page shows.
func topOf(page []byte) int {
	if i := bytes.Index(page, []byte("<main")); i >= 0 {
		return tagEnd(page, i)
	}
	return 0
}

// tagEnd returns the offset behind the tag in which an offset lies.
func tagEnd(page []byte, at int) int {
	quoted := false
	for i := at; i < len(page); i++ {
		switch {
		case page[i] == '"':
			quoted = !quoted
		case page[i] == '>' && !quoted:
			return i + 1
		}
	}
	return len(page)
}

// html is the card with the picture of each of its errors.
func (c card) html(e Editor) string {
	var b strings.Builder
	fmt.Fprintf(&b, "<section class=\"preview-card\" role=\"alert\" data-for=\"%s\">\n", html.EscapeString(c.id))
	for _, d := range c.found {
		fmt.Fprintf(&b, "<pre>%s</pre>\n", html.EscapeString(picture(d)))
		if link := e.Link(d.Place); link != "" {
			fmt.Fprintf(&b, "<p><a href=\"%s\">Open %s</a></p>\n", html.EscapeString(link), html.EscapeString(d.Place.String()))
		}
	}
	b.WriteString("</section>\n")
	return b.String()
}
