package suggest

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"factsheet/generator/check"
	"factsheet/generator/dossier"
	"factsheet/generator/lang"
	"factsheet/generator/text"
)

// facts drafts the facts of a source: figures and dates for what no fact
// reads, and claims for the sentences of which nothing is cited then.
func facts(d *dossier.Dossier, ids *ids, c check.SourceCoverage) []Draft {
	f := newDrafter(d, ids, c.Source)
	f.figures(c.Numbers.Open)
	f.dates(c.Times.Open)
	for _, span := range c.Sentences.Open {
		f.claim(span, f.cited)
	}
	for _, span := range c.Times.Open {
		f.claim(span, f.days)
	}
	for _, span := range c.Names.Open {
		f.claim(span, f.cited)
	}
	return f.out
}

func overlapsAny(list []text.Span, s text.Span) bool { return slices.ContainsFunc(list, s.Overlaps) }

// bytesOf are those bytes of a folded text that something was done with: a text
// can have as many drafts as numbers, and each is asked after the others.
type bytesOf []bool

func (b bytesOf) add(s text.Span) {
	for i := s.Start; i < s.End; i++ {
		b[i] = true
	}
}

func (b bytesOf) hasSome(s text.Span) bool { return slices.Contains(b[s.Start:s.End], true) }

// A drafter drafts the facts of one source.
type drafter struct {
	*reader
	d     *dossier.Dossier
	ids   *ids
	cited bytesOf // by the drafts made
	days  bytesOf // that the drafts made read
	out   []Draft
}

func newDrafter(d *dossier.Dossier, ids *ids, s *dossier.Source) *drafter {
	f := &drafter{reader: newReader(s), d: d, ids: ids}
	f.cited, f.days = make(bytesOf, len(f.words)), make(bytesOf, len(f.words))
	return f
}

// add adds a draft of a kind that cites a passage. rest are the fields after
// the statement.
func (f *drafter) add(kind, id string, sentence, passage text.Span, c citation, rest []field) {
	raw := f.s.Text.View.Raw(passage)
	c.by = check.Speakers(f.d, f.s, passage)
	x := Draft{
		Table: tableOf(f.d, kind), ID: id, Source: f.s, Passage: f.s.Text.View.Raw(sentence), kind: kind,
		evidence: []string{c.table()},
	}
	said := field{"statement", `""`, proposal(asSentence(verbatim(f.s, raw)))}
	x.fields = append([]field{str("id", id), {key: "draft", value: "true"}, said}, rest...)
	f.cited.add(passage)
	f.out = append(f.out, x)
}

// tableOf returns the table of the first sheet of a kind, or "".
func tableOf(d *dossier.Dossier, kind string) string {
	for _, s := range d.Site.Sheets {
		if s.Kind.Value == kind {
			return s.Name.Value
		}
	}
	return ""
}

// claim drafts a claim of the sentence that holds a span, unless the drafts
// made have something of it already.
func (f *drafter) claim(span text.Span, had bytesOf) {
	if had.hasSome(span) {
		return
	}
	span = f.trim(span, text.Span{Start: span.Start, End: span.Start})
	sentence, ok := f.sentence(span)
	if !ok {
		return
	}
	passage := f.marked(f.short(sentence, span))
	c, ok := f.cite(passage)
	if !ok {
		return
	}
	f.days.add(passage)
	f.add("claim", f.ids.make(f.topic(passage), "claim"), sentence, passage, c, nil)
	f.hedged(passage)
}

// hedged notes on the last draft which words of its passage say that it is not
// plainly so.
func (f *drafter) hedged(passage text.Span) {
	var found []string
	from, to := f.tokens(passage)
	for _, tok := range f.toks[from:to] {
		if isAny(tok, lang.Modal, lang.Negation, lang.Denial) {
			found = append(found, f.words[tok.Start:tok.End])
		}
	}
	if len(found) > 0 {
		x := &f.out[len(f.out)-1]
		x.fields[2].comment += "; mind " + array(found)
	}
}

// maxTopic is how many words an id is made of.
const maxTopic = 4

// topic returns the first words of a passage that carry its topic.
func (f *drafter) topic(passage text.Span) string {
	var words []string
	from, to := f.tokens(passage)
	for _, tok := range f.toks[from:to] {
		if len(words) < maxTopic && tok.Kind == lang.Letters && !isAny(tok, lang.Stop, lang.Preposition, lang.Say, lang.Number) {
			words = append(words, f.words[tok.Start:tok.End])
		}
	}
	return strings.Join(words, " ")
}

func isAny(tok lang.Token, classes ...lang.Class) bool { return slices.ContainsFunc(classes, tok.Is) }

// asSentence makes a sentence of words: a capital in front, a stop behind, but
// none of ours in a script with stops of its own.
func asSentence(words string) string {
	r, n := utf8.DecodeRuneInString(words)
	words = string(unicode.ToUpper(r)) + words[n:]
	if last, _ := utf8.DecodeLastRuneInString(words); (unicode.IsLetter(last) || unicode.IsNumber(last)) && !text.Unspaced(last) {
		return words + "."
	}
	return words
}
