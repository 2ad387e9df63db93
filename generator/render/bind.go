package render

import (
	"bytes"
	"cmp"
	"encoding/base64"
	"html"
	"html/template"
	"net/url"
	"path"
	"strings"
)

// A binder binds pages into one file.
type binder struct {
	in     Bundle
	files  map[string][]byte // static ones, by path
	order  []*leaf
	leaves map[string]*leaf // by address
	times  map[string]int   // how often an id stands on the pages and in the frame
}

// A leaf is a page on its way into the file.
type leaf struct {
	view View
	html []byte
	ids  map[string]bool
}

func (b *binder) add(v View, html []byte) {
	f := &leaf{view: v, html: html, ids: b.count(html)}
	b.order, b.leaves[v.Link] = append(b.order, f), f
}

// count notes the ids of a page and returns them.
func (b *binder) count(page []byte) map[string]bool {
	ids := map[string]bool{}
	for p := range pieces(page) {
		if p.kind != tagPiece {
			continue
		}
		for a := range attributes(p.data) {
			if among(a.name, "id") != "" {
				ids[unescaped(a.value)] = true
			}
		}
	}
	for id := range ids {
		b.times[id]++
	}
	return ids
}

// value is the value of the layout that holds the pages.
func (b *binder) value() Single {
	var s Single
	for _, f := range b.order {
		s.Leaves = append(s.Leaves, Leaf{
			ID: LeafID(f.view.Link), Kind: f.view.Kind, Title: f.view.Title, Address: f.view.Address,
			HTML: template.HTML(b.bound(f)),
		})
	}
	for _, script := range b.in.Scripts {
		// In JSON a sign that could end the script stands within a string.
		s.Scripts = append(s.Scripts, template.JS(bytes.ReplaceAll(script, []byte("<"), []byte(`\u003c`))))
	}
	return s
}

// bound is a page as it stands in the file. Its headings are a level lower,
// since the heading of the file stands above them all; those of the first page
// are that low already.
func (b *binder) bound(f *leaf) []byte {
	var out []byte
	for p := range pieces(f.html) {
		if p.kind != tagPiece {
			out = append(out, p.data...)
			continue
		}
		if f.view.Kind != "home" {
			p.data = lowered(p.data)
		}
		out = b.appendTag(out, p, f)
	}
	return out
}

// finish rewrites the frame with the pages in it, in which nothing is left to
// rewrite, and puts the policy right after <head>.
func (b *binder) finish(page []byte) []byte {
	return rewrite(page, func(out []byte, tag piece) []byte { return b.appendTag(out, tag, nil) }, (*policy).single)
}

// appendTag appends a tag of a page, or of the frame where from is nil.
func (b *binder) appendTag(out []byte, tag piece, from *leaf) []byte {
	at := 0
	for a := range attributes(tag.data) {
		value, ok := b.attribute(a, tag, from)
		if !ok {
			out = append(out, bytes.TrimRight(tag.data[at:a.begin], " \t\n\r")...)
			at = a.end
			continue
		}
		out = append(append(out, tag.data[at:a.start]...), value...)
		at = a.start + len(a.value)
	}
	return append(out, tag.data[at:]...)
}

// attribute returns the value of an attribute in the file; ok is false where
// there must be no such attribute. A section with a name is a landmark, and one
// on each of a hundred pages is none.
func (b *binder) attribute(a attribute, tag piece, from *leaf) (value []byte, ok bool) {
	switch among(a.name, "id", "for", "list", "popovertarget", "headers", "aria-labelledby", "aria-describedby", "aria-controls", "href", "src") {
	case "":
		return a.value, true
	case "href", "src":
		return b.address(a.value, tag.name == "a", from)
	case "aria-labelledby":
		if from != nil && bytes.HasPrefix(tag.data, []byte("<section")) {
			return nil, false
		}
	}
	ids := strings.Fields(unescaped(a.value))
	for i, id := range ids {
		ids[i] = b.id(from, id)
	}
	return escaped(strings.Join(ids, " ")), true
}

// id is what an id of a page is called in the file.
func (b *binder) id(on *leaf, id string) string {
	if on == nil || b.times[id] < 2 || !on.ids[id] {
		return id
	}
	return LeafID(on.view.Link) + "." + id
}

// address leads to the page or the element in the file. What is no page a page
// that shows it has inside; a link to it leads to the site where its address is
// known, and nowhere else.
func (b *binder) address(value []byte, link bool, from *leaf) ([]byte, bool) {
	address := unescaped(value)
	name, fragment, _ := strings.Cut(address, "#")
	if from != nil && strings.HasPrefix(address, "#") {
		return b.fragment(from, fragment), true
	}
	if !isRelative(value) {
		return value, true
	}
	if p, err := url.PathUnescape(name); err == nil {
		name = p
	}
	if f := b.leaves[name]; f != nil {
		if fragment == "" {
			return escaped(fragmentOf(LeafID(name))), true
		}
		return b.fragment(f, fragment), true
	}
	if link {
		return escaped(b.in.Site.BaseURL + address), b.in.Site.BaseURL != ""
	}
	return b.inlined(name)
}

// fragment leads to an element of a page.
func (b *binder) fragment(on *leaf, fragment string) []byte {
	if id, err := url.PathUnescape(fragment); err == nil && on.ids[id] {
		if renamed := b.id(on, id); renamed != id {
			return escaped(fragmentOf(renamed))
		}
	}
	return escaped("#" + fragment)
}

// mediaTypes are those of what pages show, by extension.
var mediaTypes = map[string]string{
	".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".gif": "image/gif",
	".webp": "image/webp", ".avif": "image/avif", ".svg": "image/svg+xml",
}

// inlined is the address that holds a file itself.
func (b *binder) inlined(name string) ([]byte, bool) {
	data, ok := b.files[name]
	if !ok {
		data, ok = b.in.File(name)
	}
	kind := cmp.Or(mediaTypes[strings.ToLower(path.Ext(name))], "application/octet-stream")
	return []byte("data:" + kind + ";base64," + base64.StdEncoding.EncodeToString(data)), ok
}

func unescaped(value []byte) string { return html.UnescapeString(string(value)) }
func escaped(s string) []byte       { return []byte(template.HTMLEscapeString(s)) }
