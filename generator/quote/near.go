package quote

import (
	"slices"
	"strings"

	"factsheet/generator/seed"
	"factsheet/generator/text"
)

// A Near is the passage of a text that is most like a quote which does not
// stand there.
type Near struct {
	Spans       []text.Span // in bytes of the file: one a piece, but for pieces like which nothing stands there
	Differences []string    // what changes from the quote to the passage, in words
	Fits        bool        // the spans, written as a quote, stand in the text
}

// A Class says what a word does in its language: "negation", "hedge", or "" for
// nothing that a difference has to name.
type Class func(word string) string

// maxDifferences is how many differences are said one by one.
const maxDifferences = 8

// Nearest proposes a passage for a quote that Find does not find, and says
// what differs. It proposes nothing where less than half of the quote stands
// there. Class may be nil. It takes time linear in the text, and looks into a
// quote of more than 400 words only around the first difference.
func Nearest(t *seed.Text, q Quote, class Class) (near Near, found bool) {
	if len(q.Pieces) > MaxPieces {
		return Near{}, false
	}
	if matches := Find(t, Quote{Pieces: q.Pieces}); len(matches) > 0 {
		return nearContext(t, q, matches), true
	}
	var passages []passage
	for _, piece := range q.Pieces {
		p, ok := nearestPiece(t, piece, class)
		if !ok {
			near.Differences = append(near.Differences, "nothing like "+marked(piece)+" stands there")
			continue
		}
		passages = append(passages, p)
	}
	if len(passages) == 0 {
		return Near{}, false
	}
	whole := len(passages) == len(q.Pieces)
	for _, p := range choose(t, passages) {
		raw := t.View.Raw(p.folded)
		near.Spans = append(near.Spans, raw)
		near.Differences = append(near.Differences, p.differences...)
		if t.View.Folded(raw) != p.folded || cutsGrapheme(t, raw) {
			near.Differences = append(near.Differences, "begins or ends inside a character")
		}
		whole = whole && !p.partial
	}
	near.Differences = append(near.Differences, placement(t, near.Spans)...)
	near.Differences = shorten(near.Differences)
	near.Fits = whole && len(Find(t, Parse(Verbatim(t, near.Spans), "", ""))) > 0
	return near, true
}

func shorten(differences []string) []string {
	if more := len(differences) - maxDifferences; more > 1 {
		return append(differences[:maxDifferences:maxDifferences], counted(more)+" more differences")
	}
	return differences
}

// A passage is what stands nearest to one piece.
type passage struct {
	folded      text.Span
	others      []text.Span // where else the same words stand
	differences []string
	partial     bool // only a stretch of the piece was looked at
}

// maxOthers bounds the places of a piece among which one is chosen.
const maxOthers = 100

func nearestPiece(t *seed.Text, piece string, class Class) (p passage, ok bool) {
	if piece == "" {
		return p, false
	}
	for at := range occurrences(t.View.Text, piece) {
		p.others = append(p.others, text.Span{Start: at, End: at + len(piece)})
		if len(p.others) == maxOthers {
			break
		}
	}
	if len(p.others) > 0 {
		p.folded = p.others[0]
		return p, true
	}
	return alike(t, piece, class)
}

// choose settles pieces that stand in several places on the paragraph in which
// most of the pieces stand, there each after the piece before it.
func choose(t *seed.Text, passages []passage) []passage {
	home := commonParagraph(t, passages)
	chosen := slices.Clone(passages)
	end := 0
	for i := range chosen {
		for _, o := range chosen[i].others {
			if paragraphOf(t, o) == home && o.Start >= end {
				chosen[i].folded = o
				break
			}
		}
		end = chosen[i].folded.End
	}
	return chosen
}

func commonParagraph(t *seed.Text, passages []passage) int {
	pieces := map[int]int{}
	best := paragraphOf(t, passages[0].folded)
	for _, p := range passages {
		seen := map[int]bool{}
		for _, s := range append(p.others, p.folded) {
			if n := paragraphOf(t, s); !seen[n] {
				seen[n] = true
				pieces[n]++
			}
		}
	}
	for n, count := range pieces {
		if count > pieces[best] || count == pieces[best] && n < best {
			best = n
		}
	}
	return best
}

func paragraphOf(t *seed.Text, folded text.Span) int {
	return t.ParagraphAt(t.View.Raw(folded).Start)
}

// placement says why passages cannot be one quote, whatever their words.
func placement(t *seed.Text, spans []text.Span) (reasons []string) {
	paragraphs := map[int]bool{}
	for i, s := range spans {
		first, last := t.ParagraphAt(s.Start), t.ParagraphAt(s.End-1)
		paragraphs[first] = true
		if first != last {
			reasons = append(reasons, "runs over the end of a paragraph, where a quote has to end")
		}
		if i > 0 && len(paragraphs) == 1 && t.View.Folded(s).Start <= t.View.Folded(spans[i-1]).End {
			reasons = append(reasons, order(spans[i-1], s))
		}
	}
	if len(paragraphs) > 1 {
		reasons = append(reasons, "its pieces stand in "+counted(len(paragraphs))+" paragraphs, where a quote lies within one")
	}
	return reasons
}

func order(before, after text.Span) string {
	if after.Start < before.Start {
		return "its pieces stand there in another order"
	}
	return "nothing is left out between its pieces"
}

// nearContext is for a quote whose pieces stand in the text, but not within its
// context: it takes the first match on whose one side the context is right.
func nearContext(t *seed.Text, q Quote, matches []Match) Near {
	near := Near{Spans: matches[0].Spans, Fits: true}
	for _, m := range matches {
		around := surroundings(t, m)
		if q.Prefix != "" && strings.HasSuffix(around.before, q.Prefix) ||
			q.Suffix != "" && strings.HasPrefix(around.after, q.Suffix) {
			near.Spans = m.Spans
			break
		}
	}
	near.Differences = contextDiffers(surroundings(t, Match{Spans: near.Spans}), q)
	return near
}

// contextDiffers says what stands beside a quote instead of its context.
func contextDiffers(around surrounding, q Quote) (differences []string) {
	if !strings.HasSuffix(around.before, q.Prefix) {
		differences = append(differences, beside("before", lastWords(around.before, q.Prefix), "prefix", q.Prefix))
	}
	if !strings.HasPrefix(around.after, q.Suffix) {
		differences = append(differences, beside("after", firstWords(around.after, q.Suffix), "suffix", q.Suffix))
	}
	return differences
}

func beside(side, have, context, words string) string {
	if have == "" {
		return "nothing stands " + side + " it, not the " + context + " " + marked(words)
	}
	return side + " it stands " + marked(have) + ", not the " + context + " " + marked(words)
}

// lastWords returns as many words from the end of s as like has.
func lastWords(s, like string) string {
	at := len(s)
	for n := strings.Count(like, " ") + 1; n > 0; n-- {
		at = strings.LastIndexByte(s[:at], ' ')
		if at < 0 {
			return s
		}
	}
	return s[at+1:]
}

// firstWords returns as many words from the start of s as like has.
func firstWords(s, like string) string {
	at := -1
	for n := strings.Count(like, " ") + 1; n > 0; n-- {
		i := strings.IndexByte(s[at+1:], ' ')
		if i < 0 {
			return s
		}
		at += 1 + i
	}
	return s[:at]
}
