package suggest

import (
	"slices"
	"strings"

	"factsheet/generator/dossier"
	"factsheet/generator/quote"
	"factsheet/generator/text"
	"factsheet/generator/tomlfile"
)

// Evidence returns the inline table that cites spans of a source's seed, in
// bytes, with the context that makes the quote unique; several spans of one
// paragraph are joined by a gap. It is "" where no quote can stand there: over
// the end of a paragraph, or where nothing near tells the place from others.
func Evidence(s *dossier.Source, spans ...text.Span) string {
	c, ok := cite(s, spans)
	if !ok {
		return ""
	}
	return c.table()
}

// A citation is the content of one piece of evidence.
type citation struct {
	source, quote, prefix, suffix, reads string
	by                                   []string
}

// table is the citation as an inline table.
func (c citation) table() string {
	pairs := []string{"source = " + tomlfile.Quote(c.source), "quote = " + tomlfile.Quote(c.quote)}
	for _, p := range []struct{ key, value string }{{"prefix", c.prefix}, {"suffix", c.suffix}, {"reads", c.reads}} {
		if p.value != "" {
			pairs = append(pairs, p.key+" = "+tomlfile.Quote(p.value))
		}
	}
	if len(c.by) > 0 {
		pairs = append(pairs, "by = "+array(c.by))
	}
	return "{ " + strings.Join(pairs, ", ") + " }"
}

// cite cites spans, and proves that they are found again where they stand.
func cite(s *dossier.Source, spans []text.Span) (citation, bool) {
	if s.Text == nil || len(spans) == 0 {
		return citation{}, false
	}
	c := citation{source: s.ID, quote: quote.Verbatim(s.Text, spans)}
	q := quote.Parse(c.quote, "", "")
	matches := quote.Find(s.Text, q)
	i := slices.IndexFunc(matches, func(m quote.Match) bool { return slices.Equal(m.Spans, spans) })
	if i < 0 || len(c.quote) > maxQuote {
		return citation{}, false
	}
	var ok bool
	c.prefix, c.suffix, ok = quote.Context(s.Text, q, matches[i])
	return c, ok
}

// maxQuote is what an annotation takes as one string, in bytes.
const maxQuote = 1 << 20

// verbatim is the words of a span on one line.
func verbatim(s *dossier.Source, span text.Span) string {
	return quote.Verbatim(s.Text, []text.Span{span})
}
