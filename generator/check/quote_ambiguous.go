package check

import (
	"fmt"
	"strings"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/quote"
	"factsheet/generator/seed"
	"factsheet/generator/tomlfile"
)

var quoteAmbiguous = Rule{
	Code: "quote-ambiguous", Group: Quotes, Severity: diag.Error,
	Title:   "a quote stands more than once in its source",
	Why:     "A reader who follows it must arrive at the passage that was meant: `prefix` or `suffix` says which.",
	Example: `quote = "the bridges were closed"     # twice; prefix = "On Monday"`,
	Source: func(s *dossier.Source, report Report) {
		for _, m := range s.Marks {
			if len(m.Matches) > 1 {
				report(m.Record.Place(m.Text), fmt.Sprintf("%s stand %d times in %q", markOf(m).what, len(m.Matches), s.ID),
					"add words until they stand once", markPlaces(s.Text, m)...)
			}
		}
	},
	Item: func(item dossier.Item, report Report) {
		for _, e := range item.Cited() {
			if len(e.Matches) > 1 {
				r := e.Record
				q := quote.Parse(r.Quote.Value, r.Prefix.Value, r.Suffix.Value)
				report(r.Place(r.Quote), fmt.Sprintf("the quote stands %d times in %q", len(e.Matches), e.Source.ID),
					"add to the evidence what settles the place that is meant", places(e.Source.Text, q, e.Matches)...)
			}
		}
	},
}

// maxPlaces is how many places of an ambiguous quote are printed.
const maxPlaces = 8

// places lists where a quote stands, each with the shortest context that
// settles it.
func places(t *seed.Text, q quote.Quote, matches []quote.Match) []diag.Related {
	var out []diag.Related
	for _, m := range matches[:min(len(matches), maxPlaces)] {
		out = append(out, diag.Related{Label: "here", Place: diag.Place{File: t.File, Span: m.Span()}, Message: context(t, q, m)})
	}
	if more := len(matches) - maxPlaces; more > 0 {
		out = append(out, diag.Related{Label: "and", Message: fmt.Sprintf("%d more", more)})
	}
	return out
}

// markPlaces lists where the first or last words of a part stand, each with the
// words that stand there only.
func markPlaces(t *seed.Text, m dossier.Mark) []diag.Related {
	out := places(t, quote.Parse(m.Text.Value, "", ""), m.Matches)
	for i := range m.Matches[:min(len(m.Matches), maxPlaces)] {
		out[i].Message = "its paragraph has no words that stand once"
		if words := longerMark(t, m.Matches[i], m.Text != m.Record.To); words != "" {
			out[i].Message = markOf(m).key + tomlfile.Quote(words)
		}
	}
	return out
}

// longerMark returns the words of a match with as many more of its paragraph,
// after it or before it, as make them stand once; "" where none do.
func longerMark(t *seed.Text, m quote.Match, after bool) string {
	s := t.View.Text
	span, within := t.View.Folded(m.Span()), t.View.Folded(t.Paragraphs[m.Paragraph])
	for {
		if words := s[span.Start:span.End]; len(quote.Find(t, quote.Parse(words, "", ""))) == 1 {
			return words
		}
		rest := s[span.End:within.End]
		if !after {
			rest = s[within.Start:span.Start]
		}
		switch trimmed := strings.Trim(rest, " "); {
		case trimmed == "":
			return ""
		case after:
			span.End += strings.Index(rest, trimmed) + len(firstWord(trimmed))
		default:
			span.Start -= len(rest) - len(strings.TrimRight(rest, " ")) + len(lastWord(trimmed))
		}
	}
}

func firstWord(s string) string {
	word, _, _ := strings.Cut(s, " ")
	return word
}

// context is the prefix and suffix of a match as its author writes them.
func context(t *seed.Text, q quote.Quote, m quote.Match) string {
	prefix, suffix, ok := quote.Context(t, q, m)
	if !ok {
		return "lengthen the quote"
	}
	var keys []string
	if prefix = strings.Trim(prefix, " "); prefix != "" {
		keys = append(keys, "prefix = "+tomlfile.Quote(prefix))
	}
	if suffix = strings.Trim(suffix, " "); suffix != "" {
		keys = append(keys, "suffix = "+tomlfile.Quote(suffix))
	}
	return strings.Join(keys, ", ")
}
