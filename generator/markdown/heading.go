package markdown

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"

	"factsheet/generator/text"
)

// A Heading is a heading of a page and the id of its element.
type Heading struct {
	Level int // 1 to 6
	Text  string
	ID    string // unique in the page
	Span  text.Span
}

// Headings lists the headings in order. The id of a heading is its text in
// lower case, with hyphens for spaces and without other marks, as code hosts
// make it; so a heading that is an id has that id.
func (d *Document) Headings() []Heading {
	if d.root == nil || d.inline {
		return nil
	}
	var headings []Heading
	d.collectHeadings(d.root, &headings)
	assignIDs(headings)
	return headings
}

// Titled reports whether the page has a heading of the first level, outside of
// quotes and lists.
func (d *Document) Titled() bool {
	if d.root == nil {
		return false
	}
	for n := d.root.FirstChild(); n != nil; n = n.NextSibling() {
		if h, ok := n.(*ast.Heading); ok && h.Level == 1 {
			return true
		}
	}
	return false
}

func (d *Document) collectHeadings(n ast.Node, headings *[]Heading) {
	if h, ok := n.(*ast.Heading); ok {
		p := plainWriter{doc: d}
		p.children(h)
		var span text.Span
		if lines := h.Lines(); lines.Len() > 0 {
			span = text.Span{Start: lines.At(0).Start, End: lines.At(lines.Len() - 1).Stop}
		}
		*headings = append(*headings, Heading{Level: h.Level, Text: strings.TrimSpace(string(p.out)), Span: span})
		return
	}
	for c := n.FirstChild(); c != nil && c.Type() == ast.TypeBlock; c = c.NextSibling() {
		d.collectHeadings(c, headings)
	}
}

// assignIDs serves headings that are ids first, so that a heading before them
// that only resembles one does not take it.
func assignIDs(headings []Heading) {
	taken := make(map[string]int, len(headings))
	for _, exact := range []bool{true, false} {
		for i := range headings {
			h := &headings[i]
			if id := anchor(h.Text); (id == h.Text) == exact {
				h.ID = unique(id, taken)
			}
		}
	}
}

// unique returns id, or with the first number that makes it unlike those
// taken; taken holds the number from which to go on for each.
func unique(id string, taken map[string]int) string {
	n, used := taken[id]
	taken[id] = n
	if !used {
		return id
	}
	for {
		n++
		candidate := id + "-" + strconv.Itoa(n)
		if _, used := taken[candidate]; !used {
			taken[id], taken[candidate] = n, 0
			return candidate
		}
	}
}

// anchor makes an id of a text. Ids of the layout begin with an underscore,
// so that no other does.
func anchor(s string) string {
	id := strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return '-'
		case r == '-' || r == '_' || unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsNumber(r):
			return unicode.ToLower(r)
		}
		return -1
	}, s)
	if id = strings.TrimLeft(id, "_"); id == "" {
		return "section"
	}
	return id
}
