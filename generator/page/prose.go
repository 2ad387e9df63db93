package page

import "strings"

// Prose is a hand-written page.
type Prose struct {
	Path        string // of the Markdown file, relative to content/: "about.md"
	Title       Words
	Description Words
	Body        []byte // Markdown without front matter
	Aside       bool   // it is one of very many, and not in the navigation
}

// Ref returns the link to the page.
func (p Prose) Ref() Ref {
	name := strings.TrimSuffix(p.Path, ".md")
	return Ref{Kind: "page", ID: name, Title: p.Title, Link: name + ".html", File: "content/" + p.Path}
}
