package suggest

import (
	"regexp"
	"slices"
	"strings"

	"factsheet/generator/edtf"
	"factsheet/generator/text"
	"factsheet/generator/timex"
)

// datelineMark is a place, perhaps a day, and perhaps an agency before the
// first sentence: "PORT HALE, March 5 (Post) -".
var datelineMark = regexp.MustCompile(`^(\p{Lu}[^()\n]{1,80}?)(\([^()\n]{2,40}\))?(?:\s+[-–—]+|:)`)

// dateline returns the dateline with which a piece begins, an empty span where
// there is none: a place and a day, or a place in capitals and an agency.
func (p *page) dateline(piece text.Span) text.Span {
	data := p.File.Data[piece.Start:piece.End]
	at := datelineMark.FindSubmatchIndex(data)
	if at == nil {
		return text.Span{}
	}
	hasAgency := at[4] >= 0
	if !(hasAgency && capitals.Match(data)) && !p.endsInDay(text.Span{Start: piece.Start, End: piece.Start + at[3]}) {
		return text.Span{}
	}
	return text.Span{Start: piece.Start, End: piece.Start + at[1]}
}

// capitals are those with which a place in a dateline is mostly written.
var capitals = regexp.MustCompile(`^\p{Lu}{2}`)

// placeMark is a place in a dateline: "Sandby upon Orm, Upland, ".
var placeMark = regexp.MustCompile(`^\p{Lu}[^\s,]*(?:,? (?:\p{Ll}{2,4} )?\p{Lu}[^\s,]*)*, $`)

// endsInDay reports whether words are a place, a comma and a time expression.
func (p *page) endsInDay(span text.Span) bool {
	folded := p.View.Folded(span)
	end := folded.Start + len(strings.TrimRight(p.View.Text[folded.Start:folded.End], " "))
	return slices.ContainsFunc(p.timesIn(span), func(x timex.Expression) bool {
		return x.Dated() && x.Span.End == end && placeMark.MatchString(p.View.Text[folded.Start:max(folded.Start, x.Span.Start)])
	})
}

// spoken returns the day of a dateline on a page of a day that may be unknown,
// and the unknown date where the dateline names none or one after the page.
func (p *page) spoken(dateline text.Span, published edtf.Date) edtf.Date {
	for _, x := range p.timesIn(dateline) {
		if r := x.Resolve(published); r.Outcome == timex.Settled && r.Date.IsDay() && r.Date.Earliest() <= published.Latest() {
			return r.Date
		}
	}
	return edtf.Date{}
}
