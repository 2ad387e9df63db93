// Package timex reads the time expressions of a text and resolves them to
// dates, with the reason in words, by the day from which the text speaks.
//
// What the words do not settle is not settled here: a bare weekday more than
// three days back, a month without a year that is near in neither direction,
// "next Friday" on a Tuesday are ambiguous and give every candidate. (Of 160
// bare weekdays in wire copy with known dates, the last such day on or before
// the day of the text and the nearest one agree in 148, and then both are
// right; where they differ no rule is. AQUAINT TimeML 1.0.)
package timex

import (
	"factsheet/generator/edtf"
	"factsheet/generator/lang"
	"factsheet/generator/text"
)

// A Kind is what a time expression is.
type Kind uint8

// The kinds. An expression in a frame ("by", "since", "after") has the kind
// of the frame, any other that of its words.
const (
	Day      Kind = iota + 1 // "5 March", "yesterday", "two days ago", "Christmas"
	Weekday                  // "Friday", "last Friday"
	Week                     // "last week", "the weekend"
	Month                    // "March 2031", "next month"
	Season                   // "summer 2031"
	Year                     // "2031", "last year"
	Span                     // "late 2031", "5 to 7 March", "the 2030s", "the past three weeks"
	Deadline                 // "by March", "until Friday", "before 2032": [..x]
	Open                     // "since March", "as of 5 March", "2031 onwards": x/..
	After                    // "after 2031": [x..]
	Event                    // counted from another event: "the following day", "two weeks later"
	Duration                 // "six months"; no date
	Deictic                  // "now", "so far", "recently"
	Clock                    // "10:30", "3 p.m.", "noon"; no date
)

var kindNames = [...]string{
	"", "day", "weekday", "week", "month", "season", "year", "span", "deadline", "open", "after", "event",
	"duration", "deictic", "clock",
}

// String returns the name of the kind in lower case.
func (k Kind) String() string { return kindNames[k] }

// An Expression is one time expression of a text.
type Expression struct {
	Span text.Span // with its frame: "by the end of 2031"
	Kind Kind
	Text string    // the words of the span
	Date edtf.Date // what the words name by themselves; unknown for all that needs the day of the text
	spec spec
}

// Absolute reports whether the words name their date by themselves.
func (e Expression) Absolute() bool { return !e.Date.IsZero() }

// Dated reports whether the expression can have a date: durations and times
// of day have none.
func (e Expression) Dated() bool { return e.Kind != Duration && e.Kind != Clock }

// Read returns the time expressions of a folded text (text.View.Text) in
// their order. Without a table it reads none.
func Read(s string, t *lang.Table) []Expression {
	if t == nil {
		return nil
	}
	return ReadTokens(s, t.Tokens(s), t)
}

// ReadTokens is Read for a text whose tokens are at hand.
func ReadTokens(s string, toks []lang.Token, t *lang.Table) []Expression {
	if t == nil {
		return nil
	}
	r := &reader{s: s, toks: toks, t: t}
	for i := 0; i < len(toks); {
		if toks[i].Kind != lang.Digits && !toks[i].Begins(openings) {
			i++
			continue
		}
		if idiom := t.Match(toks, i, lang.Idiom); idiom != nil {
			i += idiom.Len()
			continue
		}
		i = max(r.expression(i), i+1)
	}
	return r.list
}

var openings = lang.SetOf(
	lang.Idiom, lang.Deictic, lang.Event, lang.Deadline, lang.Since, lang.Later, lang.From, lang.Between, lang.Around,
	lang.Part, lang.Turn, lang.Direction, lang.Before, lang.After, lang.Weekday, lang.Month, lang.Season,
	lang.Holiday, lang.Day, lang.ClockWord, lang.TimeUnit, lang.Article, lang.Number, lang.Vague, lang.HedgeBefore,
	lang.Fraction, lang.Ordinal, lang.AgoBefore,
)

type reader struct {
	s    string
	toks []lang.Token
	t    *lang.Table
	list []Expression

	depth int // of dates within dates
}

// expression reads the expression that begins at token i and returns the
// token after it, or i where there is none.
func (r *reader) expression(i int) (next int) {
	if e := r.t.Match(r.toks, i, lang.Deictic); e != nil && !r.joined(i+e.Len()) {
		return r.add(i, i+e.Len(), spec{base: deictic, way: deicticWays[e.Arg]})
	}
	if sp, from, next, ok := r.framed(i); ok {
		return r.add(from, next, sp)
	}
	if sp, next, ok := r.span(i); ok {
		sp, next = r.bounded(sp, next)
		return r.days(i, r.add(i, next, sp), sp)
	}
	return i
}

// bounded reads words behind a date on which side of which the day lies:
// "onwards", "at the earliest". A word before the date says more than the first.
func (r *reader) bounded(sp spec, i int) (spec, int) {
	e, next := r.match(i, lang.Onward)
	if e == nil || !sp.isDate() || e.Arg == "" && sp.frame != frameNone {
		return sp, i
	}
	switch e.Arg {
	case "earliest":
		sp.frame = frameFrom
	case "latest":
		sp.frame = frameBy
	default:
		sp.frame = frameSince
	}
	return sp, next
}

// framed reads a word like "by" or "since" and the date after it. Of a date
// that owns what follows ("after Tuesday's vote") the frame says nothing.
// Nor does it of a time of day, which is an expression of its own: from is the
// token with which the rest begins.
func (r *reader) framed(i int) (sp spec, from, next int, ok bool) {
	f, j := r.frame(i)
	switch f {
	case frameNone:
		return sp, i, i, false
	case frameWithin:
		sp, next, ok = r.within(i, j)
		return sp, i, next, ok
	}
	from = i
	j = r.skipOn(j)
	hour := r.pastClock(j)
	if hour > 0 {
		from = r.skipOn(r.pastComma(hour))
	}
	sp, next, ok = r.span(r.skipOn(max(j, from)))
	if !ok || !sp.isDate() || r.is(next, lang.Clitic) && lang.Touching(r.toks, next-1, next) {
		return sp, i, i, false
	}
	sp.frame = f
	if hour > 0 {
		r.add(j, hour, spec{base: clock})
		sp.frame = f.withDay()
	}
	sp, next = r.bounded(sp, next)
	return sp, from, next, true
}

// pastClock returns the token after a time of day and before its date, as in
// "by noon on Friday", and 0 where none stands at token i.
func (r *reader) pastClock(i int) int {
	read := (*reader).clockWord
	if r.isDigits(i) {
		read = (*reader).clockTime
	}
	if _, next, ok := read(r, i); ok {
		return next
	}
	return 0
}

func (r *reader) pastComma(i int) int {
	if r.isSign(i, ",") {
		return i + 1
	}
	return i
}

// withDay is a frame whose bound is an hour of a day: what comes before noon
// on Friday may come on Friday.
func (f frame) withDay() frame {
	switch f {
	case frameBefore:
		return frameBy
	case frameAfter:
		return frameFrom
	}
	return f
}

// within reads "within 30 days", which is counted from today unless another
// event follows: "within 30 days of the vote".
func (r *reader) within(i, j int) (sp spec, next int, ok bool) {
	sp, next, ok = r.units(j)
	if !ok {
		return sp, i, false
	}
	if r.is(next, lang.Of) || r.is(next, lang.After) || r.is(next, lang.Before) {
		return spec{base: event}, next, true
	}
	sp.base, sp.rolling, sp.frame = counted, true, frameBy
	return sp, next, true
}

func (r *reader) frame(i int) (f frame, next int) {
	longest := 0
	for _, c := range [...]struct {
		class lang.Class
		frame frame
	}{{lang.Deadline, frameBy}, {lang.Since, frameSince}, {lang.Later, frameAfter}} {
		e := r.t.Match(r.toks, i, c.class)
		if e == nil || e.Len() <= longest {
			continue
		}
		longest, f = e.Len(), c.frame
		switch e.Arg {
		case "until":
			f = r.denied(i, frameBy)
		case "before":
			f = r.denied(i, frameBefore)
		case "within":
			f = frameWithin
		case "from":
			f = frameFrom
		}
	}
	return f, i + longest
}

// skipOn skips words before a date that add nothing to it.
func (r *reader) skipOn(i int) int {
	for range 2 {
		if e := r.t.Match(r.toks, i, lang.On); e != nil && r.t.Match(r.toks, i, lang.Part) == nil && r.t.Match(r.toks, i, lang.Event) == nil {
			i += e.Len()
		}
	}
	return i
}

// days adds the other days of a list that share their month: "5 and 7 March".
func (r *reader) days(i, next int, sp spec) int {
	if sp.base != calendar || sp.day == 0 || sp.to != nil {
		return next
	}
	for r.is(next, lang.And) || next < len(r.toks) && r.word(next) == "," {
		day, after, ok := r.dayNumber(next + 1)
		if !ok || !r.t.DayOfMonthAt(r.s, r.toks, next+1) || r.hasOwnMonth(after) {
			break
		}
		other := sp
		other.day, other.weekday = day, 0
		next = r.add(next+1, after, other)
	}
	return next
}

func (r *reader) hasOwnMonth(i int) bool {
	return r.is(i, lang.Month) || r.is(i, lang.Of) && r.is(i+1, lang.Month)
}

func (r *reader) add(i, next int, sp spec) int {
	sp.past = sp.base == calendar && sp.year == 0 && sp.frame == frameNone && r.toldOf(i, next)
	span := text.Span{Start: r.toks[i].Start, End: r.toks[next-1].End}
	e := Expression{Span: span, Kind: sp.kind(), Text: r.s[span.Start:span.End], spec: sp}
	if sp.absolute() {
		if dates := sp.on(0); len(dates) == 1 {
			e.Date = dates[0]
		}
	}
	r.list = append(r.list, e)
	return next
}

func (r *reader) is(i int, c lang.Class) bool {
	return 0 <= i && i < len(r.toks) && r.toks[i].Is(c)
}

// joined reports whether a hyphen at token i joins it to the word before:
// "the then-mayor".
func (r *reader) joined(i int) bool { return r.isSign(i, "-") && lang.Touching(r.toks, i-1, i+1) }

// match returns the value of the entry of a class at token i.
func (r *reader) match(i int, c lang.Class) (e *lang.Entry, next int) {
	if e = r.t.Match(r.toks, i, c); e == nil {
		return nil, i
	}
	return e, i + e.Len()
}

func (r *reader) word(i int) string { return r.s[r.toks[i].Start:r.toks[i].End] }

func (r *reader) isDigits(i int) bool {
	return 0 <= i && i < len(r.toks) && r.toks[i].Kind == lang.Digits
}

func (r *reader) isSign(i int, sign string) bool {
	return 0 <= i && i < len(r.toks) && r.toks[i].Kind == lang.Sign && r.word(i) == sign
}
