package quantity

import (
	"factsheet/generator/lang"
	"factsheet/generator/text"
)

// mostHedges is how many hedges one number has at most.
const mostHedges = 4

// hedgeBefore reads the hedges from token i on. Of several ("as many as
// about") the last one counts, which stands by the number; words that only
// sum up ("a total of") are none.
func (r *reader) hedgeBefore(i int) (hedge Hedge, at text.Span, next int) {
	next = i
	for range mostHedges {
		e := r.t.Match(r.toks, next, lang.HedgeBefore)
		if e == nil {
			return hedge, at, next
		}
		from := next
		next += e.Len()
		if e.Arg != string(None) {
			hedge, at = Hedge(e.Arg), r.span(from, next)
		}
	}
	return hedge, at, next
}

// hedgeAfter reads a hedge right after the number: "1,200 or more",
// "1,200-plus", and makes it part of the quantity.
func (r *reader) hedgeAfter(q *Quantity, i int) (next int) {
	if e := r.t.Match(r.toks, i, lang.HedgeTight); e != nil && r.touch(i) {
		return r.hedged(q, e, i)
	}
	e := r.t.Match(r.toks, i, lang.HedgeAfter)
	if e == nil || r.isNumber(i+e.Len()) {
		return i
	}
	return r.hedged(q, e, i)
}

// hedgeAfterUnit reads a hedge after the counted noun: "three days or more".
// A hedge that speaks of another number ("12 boats at least 3 of them") is
// left to it.
func (r *reader) hedgeAfterUnit(q *Quantity, next int) int {
	if q.At != (text.Span{}) || q.Unit.Head == (text.Span{}) {
		return next
	}
	i := next
	for i < len(r.toks) && r.toks[i].Start < q.Unit.Span.End {
		i++
	}
	e := r.t.Match(r.toks, i, lang.HedgeAfter)
	if e == nil || e.Arg == string(None) || r.isNumber(i+e.Len()) {
		return next
	}
	return r.hedged(q, e, i)
}

func (r *reader) hedged(q *Quantity, e *lang.Entry, i int) (next int) {
	next = i + e.Len()
	if e.Arg != string(None) && q.At == (text.Span{}) {
		q.Hedge, q.At = Hedge(e.Arg), r.span(i, next)
	}
	q.Span.End = r.toks[next-1].End
	return next
}

// isNumber reports whether a number begins at token i.
func (r *reader) isNumber(i int) bool {
	return i < len(r.toks) && (r.isDigits(i) || r.is(i, lang.Number) || r.signBefore(i) != nil)
}

// isThroughout reports whether the "over" at token i, before a number that ends
// before token unit, says how long what stands before it took: "7.5% over two
// years", "40 boats over three days". That of "for over two years" and
// "children over two years old" is a hedge.
func (r *reader) isThroughout(i, unit int) bool {
	if i == 0 || !r.is(i, lang.Preposition) || !r.is(unit, lang.TimeUnit) || r.is(unit+1, lang.Ago) || r.t.Match(r.toks, unit+1, lang.Age) != nil {
		return false
	}
	tok := r.toks[i-1]
	counted := r.isDigits(i-1) || tok.Is(lang.Percent) || tok.Is(lang.Currency) || tok.Is(lang.Magnitude) || tok.Is(lang.Glued)
	noun := r.isNounPart(i-1, i-1) && !tok.Is(lang.Past) && !r.t.Participle(r.s, tok) && !r.t.Gerund(r.s, tok)
	return counted || noun || r.t.Plural(r.s, tok)
}
