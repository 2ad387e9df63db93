// Package sheet prints the pages of facts as Markdown that reads well on a
// code host, in Hugo and in Obsidian. It has no words of its own but those
// that hold a sentence together; everything else was put into words by
// package page.
package sheet

import (
	"bytes"
	"strings"

	"factsheet/generator/markdown"
	"factsheet/generator/page"
	"factsheet/generator/parallel"
)

// Links returns the address of what a link leads to, as seen from the page on
// which it stands, or "" where the name alone is to be shown.
type Links func(page.Ref) string

// Committed returns the addresses that hold in a file of [page.SheetDir].
func Committed(ref page.Ref) string {
	if name, ok := strings.CutPrefix(ref.File, page.SheetDir+"/"); ok {
		return name
	}
	if name, ok := strings.CutPrefix(ref.File, "content/"); ok {
		return "../" + name
	}
	if ref.File == "" {
		return ""
	}
	return "../../" + ref.File
}

// Print returns the Markdown file of a sheet: what head says besides its
// sections, then the parts, which are made on all cores. Each fact stands under
// a heading that is its id, the only one of which every renderer makes the same
// anchor.
func Print(head page.Sheet, parts []page.Part) []byte {
	pieces := append([][]byte{opening(head)}, parallel.Map(parts, part)...)
	return ended(bytes.Join(pieces, nil))
}

func opening(s page.Sheet) []byte {
	p := printer{links: Committed}
	p.line("---")
	p.line("title: " + markdown.Quote(s.Title))
	p.block("---")
	p.block("# " + markdown.Escape(s.Title))
	p.block(markdown.Escape(s.Summary))
	return p.out.Bytes()
}

// part is a part of a sheet, behind the heading of its group where it is the
// first of that. The word before the title of the group keeps it from taking
// the anchor of a fact that is named like the group.
func part(of page.Part) []byte {
	p, mark := printer{links: Committed}, "## "
	if of.Group.Name != "" {
		mark = "### "
		if !of.Continued {
			p.block("## Group: " + markdown.Escape(of.Group.Title))
		}
	}
	for _, s := range of.Sections() {
		p.block(mark + s.ID)
		if s.Heading != "" {
			p.block("*" + markdown.Escape(s.Heading) + "*")
		}
		p.section(s)
	}
	return p.out.Bytes()
}

// Section returns the Markdown of one fact or actor below its headings.
func Section(s page.Section, links Links) []byte {
	p := printer{links: links}
	p.section(s)
	return ended(p.out.Bytes())
}

func (p *printer) section(s page.Section) {
	if s.Statement.Text != "" {
		p.block("**" + p.inline(s.Statement) + "**")
	}
	if s.Answer.Text != "" {
		p.block("Answer: " + p.inline(s.Answer))
	}
	p.block(sentences(draft(s), s.Status, s.Support))
	p.block(p.about(s.About))
	p.sides(s.Sides)
	p.readings(s.Readings)
	for _, q := range s.Quotes {
		p.quote(q)
	}
	for _, n := range s.Notes {
		p.line("- " + p.note(n))
	}
	p.block("")
}

func draft(s page.Section) string {
	if s.Draft {
		return "Draft, not for publication"
	}
	return ""
}

// sentences puts words one after another, each with a full stop.
func sentences(words ...string) string {
	var out []string
	for _, w := range words {
		if w != "" {
			out = append(out, markdown.Escape(w)+".")
		}
	}
	return strings.Join(out, " ")
}

func (p *printer) about(notes []page.Note) string {
	var out []string
	for _, n := range notes {
		out = append(out, markdown.Escape(n.Label)+": "+p.refs(n.Refs)+".")
	}
	return strings.Join(out, " ")
}

func (p *printer) sides(sides []page.Side) {
	for _, s := range sides {
		p.line("- **" + markdown.Escape(s.Says) + ":** " + p.refs(s.Facts))
	}
	p.block("")
}

func (p *printer) note(n page.Note) string {
	out := []string{"**" + markdown.Escape(n.Label) + ":**"}
	if n.Words != "" {
		out = append(out, markdown.Escape(n.Words))
	}
	if n.Text.Text != "" {
		out = append(out, p.inline(n.Text))
	}
	if len(n.Refs) > 0 {
		out = append(out, p.refs(n.Refs))
	}
	return strings.Join(out, " ")
}

// refs lists links: "a, b and c".
func (p *printer) refs(refs []page.Ref) string {
	var out strings.Builder
	for i, r := range refs {
		out.WriteString(page.Before(refs, i) + p.ref(r))
	}
	return out.String()
}

func (p *printer) ref(r page.Ref) string {
	if address := p.links(r); address != "" {
		return markdown.LinkTo(r.Title, address)
	}
	return markdown.Escape(r.Title)
}
