package suggest

import (
	"regexp"
	"slices"
	"strings"

	"factsheet/generator/dossier"
	"factsheet/generator/edtf"
	"factsheet/generator/lang"
	"factsheet/generator/seed"
	"factsheet/generator/text"
	"factsheet/generator/timex"
)

// A layout is what the form of a text says of its pieces. Spans are bytes of
// the seed.
type layout struct {
	headers   []text.Span // day, publisher, writer, agency
	headline  text.Span   // empty where the text has none
	furniture []text.Span // of the page: advertisements, other stories, rights
	dateline  text.Span   // the place, the day and the agency before the first sentence; empty where there is none
	published edtf.Date   // a day that a header names outright
	publisher string      // folded
	updated   bool        // that day is one of a change to the page
	first     bool        // the headline is the first piece of the text
}

// A page is a text of which nobody has said yet what it is.
type page struct {
	*seed.Text
	table  *lang.Table
	times  []timex.Expression
	margin int // code points
}

func newPage(t *seed.Text, table *lang.Table) *page {
	return &page{t, table, dossier.Times(t, table), margin(t.File.Data)}
}

// layout judges the text by its form: what stands above the first paragraph of
// prose and what below the last one. A text without prose is all body.
func (p *page) layout() layout {
	var l layout
	pieces := p.pieces(&l)
	first := p.firstProse(pieces)
	if first < 0 {
		return layout{}
	}
	for i, piece := range pieces[:first] {
		p.lead(&l, piece, i == len(l.furniture))
	}
	if l.dateline = p.dateline(pieces[first]); l.dateline.Len() > 0 {
		l.headers = append(l.headers, l.dateline)
	}
	p.foot(&l, pieces[first:])
	return l
}

// foot judges what stands between and below the prose, the first of which it is
// given. Below the end of the text nothing is prose.
func (p *page) foot(l *layout, pieces []text.Span) {
	end := 1 + slices.IndexFunc(pieces[1:], p.ends)
	if end == 0 {
		end = len(pieces)
	}
	last := end - 1
	for !p.isProse(pieces[last]) {
		last--
	}
	for _, piece := range pieces[:last] {
		if p.furniture(piece) != nil && !p.stops(piece) {
			l.furniture = append(l.furniture, piece)
		}
	}
	if last < len(pieces)-1 {
		l.furniture = append(l.furniture, text.Span{Start: pieces[last+1].Start, End: pieces[len(pieces)-1].End})
		p.rights(l, pieces[last+1:])
	}
}

// firstProse returns the first piece of prose, or -1. A short question that
// stands in front of others is a headline, and what stands above a byline or
// the day of the page is a standfirst.
func (p *page) firstProse(pieces []text.Span) int {
	first := slices.IndexFunc(pieces, p.isProse)
	if first < 0 || first == len(pieces)-1 {
		return first
	}
	if isHead := first == 0 && p.isQuestion(pieces[0]) || p.isStandfirst(pieces[first], pieces[first+1]); !isHead {
		return first
	}
	if next := slices.IndexFunc(pieces[first+1:], p.isProse); next >= 0 {
		return first + 1 + next
	}
	return first
}

// standfirstWords is how many words a standfirst has at most.
const standfirstWords = 40

// isStandfirst reports whether a piece of prose stands right above a line that
// names the writer or dates the page.
func (p *page) isStandfirst(piece, next text.Span) bool {
	if countWords(p.words(piece)) > standfirstWords {
		return false
	}
	return p.isDated(next) || p.isHeader(next) && p.isByline(p.words(next))
}

// rightsMark is who owns a page, in whole words at the end of a line or sentence.
var rightsMark = regexp.MustCompile(`(?:©|\([cC]\)|[cC]opyright)(?: ©)? (?:\d{4}(?:[-–]\d{4})? )?(\p{Lu}[^.,|©]{1,60})(?:[.,|©]|$)`)

// rights takes the publisher from the line that says who owns the page.
func (p *page) rights(l *layout, tail []text.Span) {
	for _, piece := range tail {
		for _, line := range p.lines(piece) {
			if m := rightsMark.FindStringSubmatch(p.words(line)); m != nil && l.publisher == "" {
				l.publisher = strings.TrimSpace(m[1])
			}
		}
	}
}
