package suggest

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

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
	first     bool        // the headline is the first piece of the text
}

// A page is a text of which nobody has said yet what it is.
type page struct {
	*seed.Text
	table *lang.Table
	times []timex.Expression
}

func newPage(t *seed.Text, table *lang.Table) *page {
	return &page{t, table, dossier.Times(t, table)}
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
		p.lead(&l, piece, i == 0)
	}
	if l.dateline = p.dateline(pieces[first]); l.dateline.Len() > 0 {
		l.headers = append(l.headers, l.dateline)
	}
	last := len(pieces) - 1
	for !p.isProse(pieces[last]) {
		last--
	}
	for _, piece := range pieces[first:last] {
		if p.furniture(piece) != nil && !p.stops(piece) {
			l.furniture = append(l.furniture, piece)
		}
	}
	if last < len(pieces)-1 {
		l.furniture = append(l.furniture, text.Span{Start: pieces[last+1].Start, End: pieces[len(pieces)-1].End})
		p.rights(&l, pieces[last+1:])
	}
	return l
}

// firstProse returns the first piece of prose, or -1. A short question that
// stands in front of others is a headline.
func (p *page) firstProse(pieces []text.Span) int {
	first := slices.IndexFunc(pieces, p.isProse)
	if first != 0 || len(pieces) == 1 {
		return first
	}
	words := p.words(pieces[0])
	if strings.HasSuffix(words, "?") && len(strings.Fields(words)) <= headerWords {
		if next := slices.IndexFunc(pieces[1:], p.isProse); next >= 0 {
			return next + 1
		}
	}
	return first
}

// dateMark is a day that whoever collected the texts put in front of one.
var dateMark = regexp.MustCompile(`^\s*date (\d{4}-\d\d-\d\d)\s+`)

// outletMark is an outlet before the first words of its text.
var outletMark = regexp.MustCompile(`^(\p{Lu}[\p{L} .'’-]{1,40}) ?/ `)

// pieces returns the paragraphs. A mark in front of the first is a header, and
// of hard-wrapped lines without a blank one between them the first is a piece
// of its own where the next begins with a place in capitals.
func (p *page) pieces(l *layout) []text.Span {
	pieces := slices.Clone(p.Paragraphs)
	if len(pieces) == 0 {
		return nil
	}
	data := p.File.Data
	if m := dateMark.FindSubmatchIndex(data[pieces[0].Start:pieces[0].End]); m != nil {
		date, _ := edtf.Parse(string(data[pieces[0].Start+m[2] : pieces[0].Start+m[3]]))
		header := text.Span{Start: pieces[0].Start, End: pieces[0].Start + m[3]}
		pieces[0].Start += m[1]
		if m := outletMark.FindSubmatchIndex(data[pieces[0].Start:pieces[0].End]); m != nil {
			l.publisher = p.words(text.Span{Start: pieces[0].Start + m[2], End: pieces[0].Start + m[3]})
			header.End = pieces[0].Start + m[1] - 1
			pieces[0].Start += m[1]
		}
		l.headers, l.published = append(l.headers, header), date
	}
	line, rest, _ := strings.Cut(p.File.Slice(pieces[0]), "\n")
	if capitalPlace.MatchString(rest) && len(strings.TrimSpace(line)) > 0 {
		cut := pieces[0].Start + len(line)
		pieces = slices.Insert(pieces, 1, text.Span{Start: cut + 1, End: pieces[0].End})
		pieces[0].End = pieces[0].Start + len(strings.TrimRight(line, "\r"))
	}
	return pieces
}

// capitalPlace is how a dateline begins.
var capitalPlace = regexp.MustCompile(`^\s*\p{Lu}{3,}[\p{Lu} ]*[,(]`)

func (p *page) words(span text.Span) string {
	folded := p.View.Folded(span)
	return strings.TrimSpace(p.View.Text[folded.Start:folded.End])
}

// The number of words from which a piece is prose whatever its end, and up to
// which it may be a header.
const proseWords, headerWords = 25, 14

// isProse reports whether a piece is running text: it ends with a stop, and
// not with the dots of a teaser, or is long.
func (p *page) isProse(piece text.Span) bool {
	words := p.words(piece)
	if strings.HasSuffix(strings.TrimRight(words, `"')`), "...") {
		return false
	}
	if e := p.furniture(piece); e != nil && (!p.stops(piece) || e.Arg == "sentence") {
		return false
	}
	return p.stops(piece) || len(strings.Fields(words)) > proseWords
}

func (p *page) stops(piece text.Span) bool {
	words := strings.TrimRight(p.words(piece), `"')]`)
	last, _ := utf8.DecodeLastRuneInString(words)
	return strings.ContainsRune(".!?。！？؟۔।", last)
}

// furniture returns the words of a page with which a piece begins, or nil.
func (p *page) furniture(piece text.Span) *lang.Entry {
	words := p.words(piece)
	if len(strings.Fields(words)) > proseWords {
		return nil
	}
	return p.table.Match(p.table.Tokens(words), 0, lang.Furniture)
}

// lead judges a piece above the prose: a header where it names a day, a path
// of sections or a writer, else the headline, once. A name that stands first,
// above another headline, is that of the outlet.
func (p *page) lead(l *layout, piece text.Span, first bool) {
	day, dated := p.day(piece)
	words := p.words(piece)
	outlet, _, isPath := strings.Cut(words, " > ")
	switch {
	case len(strings.Fields(words)) > headerWords:
	case dated:
		l.published = day.Date
		before := strings.TrimRight(words[:max(0, day.Span.Start-p.View.Folded(piece).Start)], " ,-–—|")
		if first && l.publisher == "" && p.furniture(piece) == nil {
			l.publisher = before
		}
		l.headers = append(l.headers, piece)
		return
	case isPath:
		if l.publisher == "" {
			l.publisher = outlet
		}
		l.headers = append(l.headers, piece)
		return
	case p.isByline(words), p.table == nil && yearMark.MatchString(words):
		l.headers = append(l.headers, piece)
		return
	}
	switch {
	case l.headline.Len() == 0:
		l.headline, l.first = piece, first
	case l.first && l.publisher == "" && isMasthead(p.words(l.headline)):
		l.publisher = p.words(l.headline)
		l.headers = append(l.headers, l.headline)
		l.headline, l.first = piece, false
	}
}

// yearMark is a year and another number, as in a date in whatever language.
var yearMark = regexp.MustCompile(`\b\d{1,2}\P{Nd}.*\b(19|20)\d\d|(19|20)\d\d\P{Nd}.*\d`)

// The most words that the name of an outlet is taken to have.
const mastheadWords = 5

// isMasthead reports whether words above a headline may name an outlet: a few,
// the first and the last of which have a capital, if their script has any.
func isMasthead(words string) bool {
	list := strings.Fields(words)
	if len(list) == 0 || len(list) > mastheadWords {
		return false
	}
	hasCapital := func(word string) bool {
		return strings.ContainsFunc(word, func(r rune) bool { return unicode.IsUpper(r) || unicode.In(r, unicode.Lo) })
	}
	return hasCapital(list[0]) && hasCapital(list[len(list)-1])
}

// day returns the one day that a piece names outright.
func (p *page) day(piece text.Span) (timex.Expression, bool) {
	folded := p.View.Folded(piece)
	var found []timex.Expression
	for _, x := range p.times {
		if folded.Contains(x.Span) && x.Date.IsDay() {
			found = append(found, x)
		}
	}
	if len(found) != 1 {
		return timex.Expression{}, false
	}
	return found[0], true
}

// isByline reports whether words are those of a writer: "By Ada Brook".
func (p *page) isByline(words string) bool {
	toks := p.table.Tokens(words)
	return len(toks) > 1 && toks[0].Is(lang.Preposition) && toks[1].Capital
}

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
	return slices.ContainsFunc(p.times, func(x timex.Expression) bool {
		return x.Dated() && x.Span.End == end && placeMark.MatchString(p.View.Text[folded.Start:max(folded.Start, x.Span.Start)])
	})
}

// spoken returns the day of a dateline on a page of a day that may be unknown,
// and the unknown date where the dateline names none or one after the page.
func (p *page) spoken(dateline text.Span, published edtf.Date) edtf.Date {
	folded := p.View.Folded(dateline)
	for _, x := range p.times {
		if r := x.Resolve(published); folded.Contains(x.Span) && r.Outcome == timex.Settled && r.Date.IsDay() && r.Date.Earliest() <= published.Latest() {
			return r.Date
		}
	}
	return edtf.Date{}
}

// rightsMark is who owns a page.
var rightsMark = regexp.MustCompile(`(?:©|\([cC]\)|[cC]opyright)(?: ©)? (?:\d{4}(?:[-–]\d{4})? )?(\p{Lu}[^.,|©]{1,60})`)

// rights takes the publisher from the line that says who owns the page.
func (p *page) rights(l *layout, tail []text.Span) {
	for _, piece := range tail {
		if m := rightsMark.FindStringSubmatch(p.words(piece)); m != nil && l.publisher == "" {
			l.publisher = strings.TrimSpace(m[1])
		}
	}
}
