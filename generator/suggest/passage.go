package suggest

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"factsheet/generator/dossier"
	"factsheet/generator/lang"
	"factsheet/generator/quote"
	"factsheet/generator/text"
)

// A reader cuts passages out of one source. All its spans are of the folded
// text.
type reader struct {
	s     *dossier.Source
	words string
	toks  []lang.Token
	whole []text.Span // what no quote may cut: numbers with hedge and unit, dates
	// How many of the tokens before each one are words, verbs, verbs of saying,
	// quotation marks.
	counted, verbs, says, marks tally

	last struct { // whose clauses were asked for
		sentence text.Span
		clauses  []text.Span
	}
}

func newReader(s *dossier.Source) *reader {
	r := &reader{s: s, words: s.Text.View.Text}
	r.toks = s.Lang.Tokens(r.words)
	for _, q := range s.Readings.Quantities {
		r.whole = append(r.whole, reach(q.Span, q.Unit.Span))
	}
	for _, x := range s.Readings.Times {
		r.whole = append(r.whole, x.Span)
	}
	slices.SortFunc(r.whole, func(a, b text.Span) int { return a.Start - b.Start })
	r.counted = tallyOf(r.toks, func(tok lang.Token) bool { return tok.Kind != lang.Sign })
	r.marks = tallyOf(r.toks, func(tok lang.Token) bool { return r.words[tok.Start] == '"' })
	r.says = tallyOf(r.toks, func(tok lang.Token) bool { return tok.Is(lang.Say) })
	r.verbs = tallyOf(r.toks, func(tok lang.Token) bool {
		return isAny(tok, lang.Verb, lang.Say, lang.Modal, lang.Status) || s.Lang.Participle(r.words, tok)
	})
	return r
}

// A tally says of each place between tokens how many of a kind stand before it,
// so that those of a long clause are not counted again for each of its numbers.
type tally []int32

func tallyOf(toks []lang.Token, is func(lang.Token) bool) tally {
	t := make(tally, len(toks)+1)
	for i, tok := range toks {
		t[i+1] = t[i]
		if is(tok) {
			t[i+1]++
		}
	}
	return t
}

// of returns how many tokens of a tally's kind lie in a span.
func (r *reader) of(t tally, span text.Span) int {
	from, to := r.tokens(span)
	return int(t[to] - t[from])
}

// reach is the span from the start of a to the end of b, if b is any.
func reach(a, b text.Span) text.Span { return text.Span{Start: a.Start, End: max(a.End, b.End)} }

// sentence returns the sentence that holds a span, as far as it lies in the
// same part; ok is false where the span lies in two sentences or parts.
func (r *reader) sentence(span text.Span) (text.Span, bool) {
	for _, s := range text.Overlapping(r.s.Readings.Sentences, span, text.Itself) {
		raw := r.s.Text.View.Raw(s)
		for _, p := range text.Overlapping(r.s.Passages, raw, func(p dossier.Passage) text.Span { return p.Span }) {
			clipped := text.Span{Start: max(p.Span.Start, raw.Start), End: min(p.Span.End, raw.End)}
			if piece := r.trim(r.s.Text.View.Folded(clipped), span); piece.Contains(span) {
				return r.closed(r.marked(piece)), true
			}
		}
	}
	return text.Span{}, false
}

// tokens returns the indexes of the tokens of a span.
func (r *reader) tokens(span text.Span) (from, to int) {
	from = sort.Search(len(r.toks), func(i int) bool { return r.toks[i].Start >= span.Start })
	to = from + sort.Search(len(r.toks)-from, func(k int) bool { return r.toks[from+k].End > span.End })
	return from, to
}

// passage returns the sentence of a span, its clause, and the citation of
// that; of the sentence where the clause cannot be cited.
func (r *reader) passage(span text.Span) (sentence, passage text.Span, c citation, ok bool) {
	if sentence, ok = r.sentence(span); !ok {
		return sentence, passage, c, false
	}
	for _, passage = range []text.Span{r.clause(sentence, span), sentence} {
		if c, ok = r.cite(passage); ok {
			return sentence, passage, c, true
		}
	}
	return sentence, passage, c, false
}

// maxPassage is how many bytes of a text a draft cites at most: a thousand
// numbers in one endless word would each cite it all.
const maxPassage = 1 << 13

func (r *reader) cite(passage text.Span) (citation, bool) {
	if passage.Len() > maxPassage {
		return citation{}, false
	}
	return cite(r.s, []text.Span{r.s.Text.View.Raw(passage)})
}

// clause returns the shortest passage of a sentence that says something by
// itself about the words of a span: its clause, those before and after it
// while it has no verb, and whom the text credits for it.
func (r *reader) clause(sentence, span text.Span) text.Span {
	cuts := r.clausesOf(sentence)
	from := sort.Search(len(cuts), func(i int) bool { return cuts[i].End > span.Start })
	to := from
	for cuts[to].End < span.End {
		to++
	}
	join := func() text.Span { return text.Span{Start: cuts[from].Start, End: cuts[to].End} }
	for !r.saysEnough(join()) && (from > 0 || to < len(cuts)-1) {
		if from > 0 && (to == len(cuts)-1 || r.opensBefore(cuts[from].Start)) {
			from--
		} else {
			to++
		}
	}
	if r.of(r.says, join()) == 0 {
		switch {
		case to < len(cuts)-1 && r.isCredit(cuts[to+1]):
			to++
		case from > 0 && r.isCredit(cuts[from-1]):
			from--
		}
	}
	for from > 0 && r.isAside(join()) {
		from--
	}
	return r.closed(r.marked(r.pastAnd(r.trim(r.short(join(), span), span), span)))
}

// opensBefore reports whether a bracket opens right before an offset: what
// stands in it is of the words before.
func (r *reader) opensBefore(offset int) bool {
	return strings.HasSuffix(strings.TrimRight(r.words[:offset], " "), "(")
}

// isAside reports whether a passage begins within brackets and goes on behind
// them.
func (r *reader) isAside(passage text.Span) bool {
	within, _, shut := strings.Cut(r.words[passage.Start:passage.End], ")")
	return shut && passage.Len() <= maxPassage && !strings.Contains(within, "(")
}

// closed takes in the bracket behind a passage that closes one within it.
func (r *reader) closed(passage text.Span) text.Span {
	if passage.Len() > maxPassage {
		return passage
	}
	words := r.words[passage.Start:passage.End]
	wider := text.Span{Start: passage.Start, End: passage.End + 1}
	if strings.Count(words, "(") > strings.Count(words, ")") && strings.HasPrefix(r.words[passage.End:], ")") && r.s.Within(r.s.Text.View.Raw(wider)) {
		return wider
	}
	return passage
}

// pastAnd leaves out the "and" with which a passage begins.
func (r *reader) pastAnd(passage, span text.Span) text.Span {
	from, to := r.tokens(passage)
	if to-from > 1 && r.toks[from].Is(lang.And) && r.toks[from].End <= span.Start && !r.inWhole(passage.Start) {
		passage.Start = r.toks[from+1].Start
	}
	return passage
}

// clausesOf cuts a sentence only once, however many numbers it holds.
func (r *reader) clausesOf(sentence text.Span) []text.Span {
	if r.last.sentence != sentence {
		r.last.sentence, r.last.clauses = sentence, r.clauses(sentence)
	}
	return r.last.clauses
}

// clauses cuts a sentence at its marks, but for those within a number or date.
func (r *reader) clauses(sentence text.Span) []text.Span {
	var out []text.Span
	start := sentence.Start
	from, to := r.tokens(sentence)
	for i := from; i < to; i++ {
		tok := r.toks[i]
		if tok.Kind != lang.Sign || !strings.Contains(",;:()—–", r.words[tok.Start:tok.End]) || r.isWhole(tok.Span) {
			continue
		}
		if tok.Start > start {
			out = append(out, text.Span{Start: start, End: tok.Start})
		}
		start = tok.End
	}
	if start < sentence.End {
		out = append(out, text.Span{Start: start, End: sentence.End})
	}
	return out
}

// isWhole reports whether a sign stands within what is not to be cut.
func (r *reader) isWhole(sign text.Span) bool {
	return slices.ContainsFunc(text.Overlapping(r.whole, sign, text.Itself), func(w text.Span) bool { return w.Start < sign.Start && sign.End < w.End })
}

// The words from which a clause can say something: with a verb, and without
// one that the table knows.
const fewestWords, enoughWords = 4, 8

func (r *reader) saysEnough(span text.Span) bool {
	n := r.of(r.counted, span)
	return n >= enoughWords || n >= fewestWords && r.of(r.verbs, span) > 0
}

// maxCredit is how many words a clause has at most that says who said it.
const maxCredit = 10

// A clause that goes on to another verb says something else: "the union says
// that forty might leave".
func (r *reader) isCredit(span text.Span) bool {
	if r.of(r.says, span) == 0 || r.of(r.counted, span) > maxCredit {
		return false
	}
	from, to := r.tokens(span)
	for r.says[from] == r.says[from+1] {
		from++
	}
	return r.verbs[to] == r.verbs[from+1]
}

// maxWords is how many words a quote has at most where its sentence goes on
// without end.
const maxWords = 60

// short cuts a passage that is far too long to as many words on either side of
// a span as are allowed, but not before a negation or a word like "could".
func (r *reader) short(passage, span text.Span) text.Span {
	if r.of(r.counted, passage) <= maxWords {
		return passage
	}
	from, to := r.tokens(passage)
	first, last := r.tokens(span)
	low, high := max(from, first-maxWords/2), min(to, last+maxWords/2)
	for low > from && (r.turns(low-1) || low-1 > from && r.turns(low-2) || r.cuts(r.toks[low].Start)) {
		low--
	}
	for high < to && (r.turns(high) || r.cuts(r.toks[high-1].End)) {
		high++
	}
	return text.Span{Start: r.toks[low].Start, End: r.toks[high-1].End}
}

// turns reports whether a token turns round or weakens what follows.
func (r *reader) turns(i int) bool {
	return isAny(r.toks[i], lang.Negation, lang.Denial, lang.Modal)
}

// cuts reports whether a number, a date or a word goes on over an offset.
func (r *reader) cuts(offset int) bool {
	at := text.Span{Start: offset - 1, End: offset + 1}
	return slices.ContainsFunc(text.Overlapping(r.whole, at, text.Itself), func(w text.Span) bool { return w.Start < offset && offset < w.End }) ||
		quote.CutsWord(r.s.Text, r.s.Text.View.Raw(text.Span{Start: offset, End: len(r.words)}))
}

// trim takes signs and spaces from the ends of a passage, but nothing of a
// span and of what is not to be cut.
func (r *reader) trim(passage, span text.Span) text.Span {
	for passage.Start < min(span.Start, passage.End) {
		c, n := utf8.DecodeRuneInString(r.words[passage.Start:])
		if !isTrimmed(c) || r.inWhole(passage.Start) {
			break
		}
		passage.Start += n
	}
	for passage.End > max(span.End, passage.Start) {
		c, n := utf8.DecodeLastRuneInString(r.words[:passage.End])
		if !isTrimmed(c) || r.inWhole(passage.End-1) {
			break
		}
		passage.End -= n
	}
	return passage
}

func isTrimmed(c rune) bool { return unicode.IsSpace(c) || unicode.IsPunct(c) }

func (r *reader) inWhole(offset int) bool {
	return len(text.Overlapping(r.whole, text.Span{Start: offset, End: offset + 1}, text.Itself)) > 0
}

// marked takes in the quotation mark beside a passage that holds only the
// other one of a pair.
func (r *reader) marked(passage text.Span) text.Span {
	if r.of(r.marks, passage)%2 == 0 {
		return passage
	}
	wider := passage
	switch {
	case passage.Start > 0 && r.words[passage.Start-1] == '"':
		wider.Start--
	case passage.End < len(r.words) && r.words[passage.End] == '"':
		wider.End++
	}
	if !r.s.Within(r.s.Text.View.Raw(wider)) {
		return passage
	}
	return wider
}

// reads returns the words of a span, lengthened where the same words stand in
// the quote before it. They are "" where the quote holds nothing else.
func (r *reader) reads(passage, span text.Span) string {
	in := r.words[passage.Start:passage.End]
	first, last := r.tokens(span)
	_, end := r.tokens(passage)
	for {
		words := r.words[span.Start:span.End]
		if strings.Index(in, words) == span.Start-passage.Start {
			return verbatim(r.s, r.s.Text.View.Raw(span))
		}
		switch {
		case last < end:
			span.End = r.toks[last].End
			last++
		case first > 0 && r.toks[first-1].Start >= passage.Start:
			first--
			span.Start = r.toks[first].Start
		default:
			return ""
		}
	}
}
