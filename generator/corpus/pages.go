package corpus

import (
	"bytes"
	"fmt"
	"iter"
	"math/rand/v2"
	"strings"
)

// Pages yields the files of a project of n hand-written pages of 3 to 4 KB,
// without seeds: plain Markdown with front matter, five headings, a table of
// eight rows, three quotes, three footnotes, two lists and fifteen links, five
// of them to other pages. Its content/ is that of other generators of sites
// too. Every seed gives other pages.
func Pages(n int, seed uint64) iter.Seq[File] {
	return func(yield func(File) bool) {
		if !yield(File{"site.toml", []byte(pagesSite)}) {
			return
		}
		for i := range n {
			p := pageWriter{n: n, dice: rand.New(rand.NewPCG(seed, uint64(i)))}
			if !yield(File{"content/notes/" + pageName(i), p.page(i)}) {
				return
			}
		}
	}
}

const pagesSite = `title       = "Notes of an invented coast"
description = "Pages of Markdown, written by a program."
lang        = "en"

[[sheets]]
name  = "claims"
kind  = "claim"
title = "Claims"
`

func pageName(i int) string { return fmt.Sprintf("page-%06d.md", i) }

// A pageWriter writes one page.
type pageWriter struct {
	bytes.Buffer
	dice  *rand.Rand
	n     int // of pages
	links int // so far
	notes int // footnotes so far
}

func (p *pageWriter) page(i int) []byte {
	fmt.Fprintf(p, "---\ntitle: %s %d\ndescription: %s\n---\n\n", sentenceCase(p.phrase("{quality} {site}")), i, p.sentence(8))
	p.paragraph(3)
	p.heading()
	p.paragraph(2)
	p.table()
	p.heading()
	p.quote()
	p.list("- ")
	p.heading()
	p.paragraph(3)
	p.quote()
	p.heading()
	p.list("1. ")
	p.paragraph(1)
	p.heading()
	p.quote()
	for p.links < 15 {
		fmt.Fprintf(p, "%s\n", p.linked())
	}
	p.WriteString("\n")
	for i := range p.notes {
		fmt.Fprintf(p, "[^%d]: %s\n", i+1, p.sentence(10))
	}
	return p.Bytes()
}

func (p *pageWriter) word(list string) string { return words[list][p.dice.IntN(prime)] }

// phrase fills in a form with any words.
func (p *pageWriter) phrase(form string) string {
	var b strings.Builder
	for rest := short.Replace(form); rest != ""; {
		before, key, after := cutKey(rest)
		word := ""
		if key != "" {
			word = p.word(key)
		}
		b.WriteString(article(before, word) + word)
		rest = after
	}
	return b.String()
}

// sentence is a sentence of about so many words.
func (p *pageWriter) sentence(n int) string {
	forms := [...]string{"{people} {manner} {worked} a {D} {near} the {S}", "the {S} was {manner} {worked} with {G}", "a {paper} for {working} the {D} helped {people}"}
	s := p.phrase(forms[p.dice.IntN(len(forms))])
	for strings.Count(s, " ")+1 < n {
		s += p.phrase(", {near} {quality} {goods} and a {S}")
	}
	return sentenceCase(s) + "."
}

// linked is a sentence with a link: every third leads to another page.
func (p *pageWriter) linked() string {
	target := fmt.Sprintf("https://example.org/%s/%s", p.word("site"), p.word("paper"))
	if p.links++; p.links%3 == 0 {
		target = pageName(p.dice.IntN(p.n))
	}
	return fmt.Sprintf("%s See the [%s](%s).", p.sentence(8), p.phrase("{quality} {paper}"), target)
}

func (p *pageWriter) paragraph(sentences int) {
	for i := range sentences {
		switch i {
		case 0:
			fmt.Fprintf(p, "%s\n", p.linked())
		case 1:
			p.notes++
			fmt.Fprintf(p, "%s[^%d]\n", p.sentence(10), p.notes)
		default:
			fmt.Fprintf(p, "It was **%s** and *%s*, as `%s` says. %s\n", p.word("quality"), p.word("quality"), p.word("paper"), p.linked())
		}
	}
	p.WriteString("\n")
}

func (p *pageWriter) heading() {
	fmt.Fprintf(p, "## %s\n\n", sentenceCase(p.phrase("{quality} {goods} {near} a {site}")))
}

func (p *pageWriter) table() {
	p.WriteString("| site | goods | number | state |\n| --- | --- | ---: | --- |\n")
	for range 8 {
		fmt.Fprintf(p, "| %s | %s | %d | %s |\n", p.word("site"), p.word("goods"), p.dice.IntN(1000), p.phrase("{manner} {worked}"))
	}
	p.WriteString("\n")
}

func (p *pageWriter) quote() {
	fmt.Fprintf(p, "> %s\n> %s\n\n", p.sentence(8), p.sentence(6))
}

func (p *pageWriter) list(mark string) {
	for range 4 {
		fmt.Fprintf(p, "%s%s\n", mark, p.linked())
	}
	p.WriteString("\n")
}
