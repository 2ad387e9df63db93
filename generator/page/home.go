package page

import "strings"

// Home is the first page: what is known at a glance.
type Home struct {
	Lead      Words // what the site rests on, in one or two sentences
	Sheets    []Entry
	Figures   []Glance
	Due       []Glance // aims and plans, whose they are and when that was said
	Questions []Glance // open and contested questions with their answers
	Sources   []Ref
}

// An Entry is one sheet on the home page.
type Entry struct {
	Ref     Ref
	Summary Words
}

// A Glance is one fact on the home page.
type Glance struct {
	Ref       Ref
	Heading   Words
	Statement Inline
	Answer    Inline
	Status    Words
	Support   Words
	Draft     bool
}

// Prose is a hand-written page.
type Prose struct {
	Path  string // of the Markdown file, relative to content/: "about.md"
	Title string
	Body  []byte // Markdown without front matter
}

// Ref returns the link to the page.
func (p Prose) Ref() Ref {
	name := strings.TrimSuffix(p.Path, ".md")
	return Ref{Kind: "page", ID: name, Title: p.Title, Link: name + ".html", File: "content/" + p.Path}
}
