package suggest

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"factsheet/generator/lang"
	"factsheet/generator/text"
	"factsheet/generator/timex"
)

// lead judges a piece above the prose: a header, or of the page, or else the
// headline, once. A sentence there, as below a headline, is of the text.
func (p *page) lead(l *layout, piece text.Span, first bool) {
	switch {
	case p.isHeader(piece):
		p.header(l, piece, first)
	case p.isFurniture(piece):
		l.furniture = append(l.furniture, piece)
	case !p.isProse(piece) || p.isQuestion(piece):
		p.headline(l, piece, first)
	}
}

// isQuestion reports whether a piece is a short question, as a headline may be.
func (p *page) isQuestion(piece text.Span) bool {
	words := p.words(piece)
	return strings.HasSuffix(words, "?") && countWords(words) <= headerWords
}

// isHeader reports whether a piece names a day, a path of sections or a writer,
// or has words of dating.
func (p *page) isHeader(piece text.Span) bool {
	words := p.words(piece)
	switch n := countWords(words); {
	case n > proseWords:
		return false
	case p.isDated(piece):
		return true
	case n > headerWords:
		return false
	}
	_, _, ok := p.day(piece)
	return ok || strings.Contains(words, " > ") || p.isByline(words) && !p.stops(piece) || p.table == nil && yearMark.MatchString(words)
}

// header takes the day and the publisher from a header.
func (p *page) header(l *layout, piece text.Span, first bool) {
	l.headers = append(l.headers, piece)
	day, updated, dated := p.day(piece)
	if dated && (l.published.IsZero() || l.updated && !updated) {
		l.published, l.updated = day.Date, updated
	}
	if l.publisher != "" {
		return
	}
	outlet, _, isPath := strings.Cut(p.words(piece), " > ")
	switch {
	case dated && first && p.furniture(piece) == nil:
		l.publisher = p.beforeDay(piece)
	case !dated && isPath:
		l.publisher = outlet
	}
}

// beforeDay returns the words of a header before its first day, without those
// of dating; none where they name a writer.
func (p *page) beforeDay(piece text.Span) string {
	words := p.words(piece)
	words = words[:max(0, p.days(piece)[0].Span.Start-p.View.Folded(piece).Start)]
	if i := p.find(words, "published", "updated"); i >= 0 {
		words = words[:i]
	}
	if p.isByline(words) {
		return ""
	}
	return strings.TrimRight(words, " ,-–—|·•/:;([")
}

// find returns where words of the page that say one of several things begin,
// or -1.
func (p *page) find(words string, args ...string) int {
	toks := p.table.Tokens(words)
	for i := range toks {
		if e := p.table.Match(toks, i, lang.Furniture); e != nil && slices.Contains(args, e.Arg) {
			return toks[i].Start
		}
	}
	return -1
}

// isDated reports whether a piece begins with words of dating and goes on with
// a sign, a number, a time or a writer: not "Posted workers ask for more".
func (p *page) isDated(piece text.Span) bool {
	e := p.furniture(piece)
	if e == nil || e.Arg != "published" && e.Arg != "updated" {
		return false
	}
	toks := p.table.Tokens(p.words(piece))
	if e.Len() > 1 || e.Len() == len(toks) || toks[e.Len()].Kind != lang.Letters || toks[e.Len()].Is(lang.Agent) {
		return true
	}
	start := p.View.Folded(piece).Start + toks[e.Len()].Start
	return slices.ContainsFunc(p.timesIn(piece), func(x timex.Expression) bool { return x.Span.Start == start })
}

// headline takes a piece for it, if there is none yet. A name that
// stands first, above another headline or before what the outlet says of
// itself, is that of the outlet.
func (p *page) headline(l *layout, piece text.Span, first bool) {
	outlet := p.tagged(p.words(piece))
	switch {
	case first && l.publisher == "" && outlet != "":
		l.publisher = outlet
		l.headers = append(l.headers, piece)
	case l.headline.Len() == 0:
		l.headline, l.first = piece, first
	case l.first && l.publisher == "" && isMasthead(p.words(l.headline)):
		l.publisher, _, _ = strings.Cut(p.words(l.headline), " | ") // and a section of it
		l.headers = append(l.headers, l.headline)
		l.headline, l.first = piece, false
	}
}

// tagMark is what stands between the name of an outlet and what it says of itself.
var tagMark = regexp.MustCompile(` [-–—|] |[:,] `)

// tagged returns the name of an outlet before what it says of itself, "Harbour
// Notes — a blog about ships", or "".
func (p *page) tagged(words string) string {
	at := tagMark.FindStringIndex(words)
	if at == nil || !isMasthead(words[:at[0]]) {
		return ""
	}
	e := p.table.Match(p.table.Tokens(words[at[1]:]), 0, lang.Furniture)
	if e == nil || e.Arg != "outlet" {
		return ""
	}
	return words[:at[0]]
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

// day returns the day that a header gives a page: the first that stands behind
// no word of updating, if any does. Without words of dating two different days
// are none, nor is one behind a preposition: "What happened on 3 May 2031".
func (p *page) day(piece text.Span) (day timex.Expression, updated, ok bool) {
	days := p.days(piece)
	if len(days) == 0 || p.find(p.words(piece), "published", "updated") < 0 && !p.isPlainDay(piece, days) {
		return timex.Expression{}, false, false
	}
	before := p.View.Folded(piece).Start
	for _, x := range days {
		if p.find(p.View.Text[min(before, x.Span.Start):x.Span.Start], "updated") < 0 {
			return x, false, true
		}
		before = x.Span.End
	}
	return days[0], true, true
}

// isPlainDay reports whether all days are one that no preposition ties to the
// words before it, unless those name a writer.
func (p *page) isPlainDay(piece text.Span, days []timex.Expression) bool {
	if slices.ContainsFunc(days, func(x timex.Expression) bool { return x.Date != days[0].Date }) {
		return false
	}
	if p.isByline(p.words(piece)) || p.furniture(piece) != nil {
		return true
	}
	toks := p.table.LastTokens(p.View.Text[p.View.Folded(piece).Start:days[0].Span.Start], 1)
	return len(toks) == 0 || !toks[len(toks)-1].Is(lang.Preposition)
}

// days returns the days that a piece names outright.
func (p *page) days(piece text.Span) []timex.Expression {
	return slices.DeleteFunc(slices.Clone(p.timesIn(piece)), func(x timex.Expression) bool { return !x.Date.IsDay() })
}

// timesIn returns the time expressions that lie in a piece.
func (p *page) timesIn(piece text.Span) []timex.Expression {
	folded := p.View.Folded(piece)
	found := text.Overlapping(p.times, folded, func(x timex.Expression) text.Span { return x.Span })
	return slices.DeleteFunc(slices.Clone(found), func(x timex.Expression) bool { return !folded.Contains(x.Span) })
}

// isByline reports whether words are those of a writer: "By Ada Brook".
func (p *page) isByline(words string) bool {
	toks := p.table.Tokens(words)
	e := p.table.Match(toks, 0, lang.Furniture)
	return e != nil && e.Arg == "byline" && e.Len() < len(toks) && toks[e.Len()].Capital
}
