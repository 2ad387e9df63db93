package names

import (
	"sort"
	"strings"

	"factsheet/generator/lang"
	"factsheet/generator/text"
)

// A Candidate is what looks like a name.
type Candidate struct {
	Span  text.Span // of the folded text, without titles and possessive ending
	Title text.Span // the titles right before it: "General", "Prime Minister"; zero without one
}

// Candidates returns the words of a folded text that look like names by their
// capitals, in their order. toks are the tokens of the text by the table, and
// sentences its sentences.
//
// The first word of a sentence or a quotation, which has a capital anyway, is
// one by itself only if it stands with a capital elsewhere too. Weekdays,
// months, demonyms and titles by themselves are no names. In a sentence where
// nearly every word has a capital, as in a headline, capitals mean nothing and
// no name is found. Nor is any without a table.
func Candidates(s string, sentences []text.Span, toks []lang.Token, t *lang.Table) []Candidate {
	if t == nil {
		return nil
	}
	r := &reader{s: s, t: t, inside: map[string]bool{}}
	for _, sentence := range sentences {
		r.toks = within(toks, sentence)
		if !r.isHeadline() {
			r.sentence()
		}
	}
	kept := r.list[:0]
	for _, c := range r.list {
		if !c.doubtful || r.inside[s[c.Span.Start:c.Span.End]] {
			kept = append(kept, c)
		}
	}
	out := make([]Candidate, len(kept))
	for i, c := range kept {
		out[i] = c.Candidate
	}
	return out
}

// within returns the tokens of a span.
func within(toks []lang.Token, s text.Span) []lang.Token {
	i := sort.Search(len(toks), func(i int) bool { return toks[i].Start >= s.Start })
	j := i + sort.Search(len(toks)-i, func(k int) bool { return toks[i+k].Start >= s.End })
	return toks[i:j]
}

type reader struct {
	s      string
	t      *lang.Table
	toks   []lang.Token // of one sentence
	list   []found
	inside map[string]bool // words with a capital that no sentence gave them
}

type found struct {
	Candidate
	doubtful bool // its capital may be that of a sentence
}

// Fewer words than these say nothing about how a sentence is written.
const fewestWords = 3

// isHeadline reports whether nearly every word has a capital, of those that
// could do without one.
func (r *reader) isHeadline() bool {
	words, small := 0, 0
	for _, tok := range r.toks {
		if tok.Kind != lang.Letters || tok.Is(lang.Stop) || tok.Is(lang.Preposition) || tok.Is(lang.Title) {
			continue
		}
		words++
		if !tok.Capital {
			small++
		}
	}
	return words >= fewestWords && small*10 <= words
}

func (r *reader) sentence() {
	for i := 0; i < len(r.toks); {
		if n := r.feast(i); n > 0 {
			i += n
			continue
		}
		if !r.isCapital(i) {
			i++
			continue
		}
		end := r.end(i)
		if !r.isLabel(i, end) {
			r.run(i, end)
		}
		i = end
	}
}

// isLabel reports whether the words from token i to end only say what a number
// is that of: the "Gate" of "Gate 4".
func (r *reader) isLabel(i, end int) bool {
	return end == i+1 && end < len(r.toks) && r.toks[i].Is(lang.Label) && r.toks[end].Kind == lang.Digits
}

// isCapital reports whether token i is a word with a capital that can belong
// to a name.
func (r *reader) isCapital(i int) bool {
	return i < len(r.toks) && r.toks[i].Kind == lang.Letters && r.toks[i].Capital &&
		!r.isAny(i, neverNames) && r.feast(i) == 0
}

// feast returns how many tokens from token i on name a feast.
func (r *reader) feast(i int) int {
	for _, class := range [...]lang.Class{lang.Holiday, lang.Feast} {
		if e := r.t.Match(r.toks, i, class); e != nil {
			return e.Len()
		}
	}
	return 0
}

// end returns the token after the words with capitals from token i on and
// what joins them.
func (r *reader) end(i int) int {
	for r.isCapital(i) {
		next := i + 1
		for joints := 0; joints < 3 && r.joins(next); joints++ {
			next++
		}
		if !r.isCapital(next) {
			return i + 1
		}
		i = next
	}
	return i
}

// joins reports whether token i may stand between two words of a name: the
// "of" and "the" of a ministry, a hyphen, the "&" of a firm, the stop of an
// abbreviation, a particle that is no word of the language ("bin", "de"), the
// apostrophe of a union ("Seafarers' Union").
func (r *reader) joins(i int) bool {
	if i == 0 || i >= len(r.toks) {
		return false
	}
	tok := r.toks[i]
	word := r.s[tok.Start:tok.End]
	switch {
	case tok.Is(lang.Of) || r.toks[i-1].Is(lang.Of) && tok.Is(lang.Stop):
		return true
	case word == "&":
		return true
	case word == "-" || word == "'":
		return lang.Touching(r.toks, i-1, i+1) || word == "'" && r.isPossessive(i)
	case word == "." && lang.Touching(r.toks, i-1, i):
		before := r.s[r.toks[i-1].Start:r.toks[i-1].End]
		return len(before) == 1 || r.t.Abbreviation(before)
	}
	return tok.Kind == lang.Letters && !tok.Capital && tok.Word == nil && tok.Len() <= len("van")
}

// isPossessive reports whether the apostrophe at token i is the ending of a
// name in the plural: neither of a people, which is none, nor the end of what
// stands in single quotation marks.
func (r *reader) isPossessive(i int) bool {
	owners := r.toks[i-1]
	return owners.Capital && !owners.Is(lang.Demonym) && lang.Touching(r.toks, i-1, i) &&
		r.t.Plural(r.s, owners) && !r.isQuoted(i)
}

// longestQuoted is how many words one who puts a name or title in single
// quotation marks takes at most. A bound keeps reading linear.
const longestQuoted = 24

// isQuoted reports whether a single quotation mark opens before token i that
// none closes before it. The mark before "'90s" opens nothing, and that after a
// plural may be another possessive.
func (r *reader) isQuoted(i int) bool {
	for k := i - 2; k >= max(0, i-longestQuoted); k-- {
		switch {
		case r.s[r.toks[k].Start:r.toks[k].End] != "'":
		case !lang.Touching(r.toks, k-1, k):
			return lang.Touching(r.toks, k, k+1) && r.toks[k+1].Kind == lang.Letters
		case !r.t.Plural(r.s, r.toks[k-1]):
			return false
		}
	}
	return false
}

// run takes the words from token i to before token end for a name, but for
// what stands before it and what is none.
func (r *reader) run(i, end int) {
	first := i
	for i < end && (r.isAny(i, fillers) || r.joins(i) && !r.toks[i].Capital) {
		i++
	}
	title := i
	i = r.pastTitles(i, end)
	if i >= end || r.toks[end-1].Is(lang.Title) && !r.hasOf(i, end) || r.isOffice(i) {
		return
	}
	f := found{Candidate: Candidate{Span: text.Span{Start: r.toks[i].Start, End: r.toks[end-1].End}}}
	if i > title {
		f.Title = text.Span{Start: r.toks[title].Start, End: r.toks[i-1].End}
	}
	f.doubtful = i == first && end == i+1 && r.isStart(i)
	if !f.doubtful {
		for k := i; k < end; k++ {
			r.inside[r.s[r.toks[k].Start:r.toks[k].End]] = true
		}
	}
	r.list = append(r.list, f)
}

// pastTitles returns the token after the titles and demonyms from token i on.
func (r *reader) pastTitles(i, end int) int {
	for from := i; i < end; {
		switch e := r.t.Match(r.toks, i, lang.Title); {
		case e != nil:
			i = min(i+e.Len(), end)
		case r.toks[i].Is(lang.Demonym), i > from && r.joins(i) && !r.toks[i].Capital:
			i++
		case r.toks[i].Is(lang.Compass):
			next := r.pastRegional(i, end)
			if next == i {
				return i
			}
			i = next
		default:
			return i
		}
	}
	return end
}

// pastRegional returns the token after the words of direction from token i on
// and the demonym after them: "South Korean", "South-East Asian". Where neither
// the end nor a title follows, they belong to a name ("South Korean Navy"), and
// it returns i.
func (r *reader) pastRegional(i, end int) int {
	j := i
	for j < end && (r.toks[j].Is(lang.Compass) || r.toks[j].Kind == lang.Sign) {
		j++
	}
	if j == end || !r.toks[j].Is(lang.Demonym) || j+1 < end && r.t.Match(r.toks, j+1, lang.Title) == nil {
		return i
	}
	return j + 1
}

// isOffice reports whether what begins at token i says of what a title is:
// "Commissioner for Health".
func (r *reader) isOffice(i int) bool {
	return i >= 2 && r.toks[i-1].Is(lang.Preposition) && r.toks[i-2].Is(lang.Title) && r.toks[i-2].Capital
}

func (r *reader) hasOf(i, end int) bool {
	for ; i < end; i++ {
		if r.toks[i].Is(lang.Of) {
			return true
		}
	}
	return false
}

// isStart reports whether a sentence or quotation may begin with token i, or
// a headline after the date of its page.
func (r *reader) isStart(i int) bool {
	if i == 0 {
		return true
	}
	before := r.toks[i-1]
	return before.Kind == lang.Digits || r.s[before.End-1] == '.' || before.Kind == lang.Sign && strings.Contains(openers, r.s[before.Start:before.End])
}

// openers are signs after which a new sentence may begin: a mark or the dash
// of a dateline.
const openers = "\"':.!?•*-–—"

// Words with capitals of their own that are no names, and end one.
var neverNames = []lang.Class{lang.Weekday, lang.Month, lang.Zone, lang.Era, lang.Clock}

// Words that only the start of a sentence gives a capital, or that belong to
// what stands before the name.
var fillers = []lang.Class{
	lang.Stop, lang.Preposition, lang.Pronoun, lang.Article, lang.Number, lang.Vague, lang.Share, lang.Remainder,
	lang.Day, lang.Direction, lang.Deictic, lang.Negation, lang.Verb, lang.Say, lang.Modal, lang.Season,
	lang.HedgeBefore, lang.Magnitude,
}

func (r *reader) isAny(i int, classes []lang.Class) bool {
	for _, c := range classes {
		if r.toks[i].Is(c) {
			return true
		}
	}
	return false
}
