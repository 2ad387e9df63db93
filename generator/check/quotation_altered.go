package check

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/quote"
	"factsheet/generator/seed"
	"factsheet/generator/text"
)

var quotationAltered = Rule{
	Code: "quotation-altered", Group: Statements, Severity: diag.Error,
	Title: "words in quotation marks stand in no quote of the fact",
	Why: "What stands in quotation marks is verbatim, everywhere. Square brackets and an ellipsis may stand for words left out; " +
		"a capital at the start and the sign at the end are free.",
	Example: `statement = "The mayor spoke of “a night of horrors”."
evidence  = [{ source = "valley-post", quote = "it was “a night of horror”, the mayor said" }]`,
	Linked: says(func(f *dossier.Fact, s support, report Report) {
		for _, span := range quotations(f.Says.View.Text) {
			if pieces := quotedPieces(f.Says.Slice(span)); !s.quotes(pieces) {
				reportAltered(s, f.Says.Place(span), pieces, report)
			}
		}
	}),
}

// leftOut is what stands in a quotation for words that are not the speaker's.
var leftOut = regexp.MustCompile(`\[[^\]]*\]|\.\.\.`)

// quotedPieces are the words of a quotation between what was left out, without
// the signs at their ends.
func quotedPieces(words string) []string {
	var out []string
	for _, piece := range leftOut.Split(words, -1) {
		if piece = strings.TrimFunc(piece, isEdge); piece != "" {
			out = append(out, piece)
		}
	}
	return out
}

func isEdge(r rune) bool { return !isWord(r) && !unicode.Is(unicode.Sc, r) && r != '%' }

// quotes reports whether one quote, or its translation, has all pieces of a
// quotation in their order.
func (s support) quotes(pieces []string) bool {
	return slices.ContainsFunc(s.evidence, func(e *dossier.Evidence) bool {
		return inOrder(quoted(e), pieces) || inOrder(text.FoldString(e.Record.Translation.Value), pieces)
	})
}

// inOrder reports whether pieces follow one another in a text. Marks within a
// quotation are single where those around it are double, and the other way
// round.
func inOrder(s string, pieces []string) bool {
	s = oneMark(s)
	for _, piece := range pieces {
		piece = oneMark(piece)
		end := endOfWords(s, piece)
		if end < 0 {
			end = endOfWords(s, otherCase(piece))
		}
		if end < 0 {
			return false
		}
		s = s[end:]
	}
	return true
}

func oneMark(s string) string { return strings.ReplaceAll(s, `"`, "'") }

// otherCase changes the case of the first letter.
func otherCase(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if lower := unicode.ToLower(r); lower != r {
		return string(lower) + s[n:]
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

func reportAltered(s support, place diag.Place, pieces []string, report Report) {
	words := strings.Join(pieces, " […] ")
	message := fmt.Sprintf("the words %q stand in no quote of this fact", words)
	wanted := quote.Parse(words, "", "")
	var texts []*dossier.Source
	for _, e := range s.evidence {
		if !slices.Contains(texts, e.Source) {
			texts = append(texts, e.Source)
		}
	}
	for _, source := range texts {
		if found := quote.Find(source.Text, wanted); len(found) > 0 {
			report(place, message, "lengthen the quote until it holds them",
				diag.Related{Label: "there", Place: diag.Place{File: source.Text.File, Span: found[0].Span()}, Message: fmt.Sprintf("in %q", source.ID)})
			return
		}
	}
	for _, source := range texts {
		if near, ok := quote.Nearest(source.Text, wanted, ClassOf(source.Lang)); ok {
			verbatim := quote.Verbatim(source.Text, near.Spans)
			report(place, message, "“"+verbatim+"”",
				diag.Related{Label: "nearest", Place: diag.Place{File: source.Text.File, Span: hull(near.Spans)}, Message: q(verbatim)},
				diag.Related{Label: "differs", Message: strings.Join(near.Differences, "; ")})
			return
		}
	}
	report(place, message, "take the words of a quote, or the quotation marks away")
}

func hull(spans []text.Span) text.Span {
	return text.Span{Start: spans[0].Start, End: spans[len(spans)-1].End}
}

// endOfWords returns where words end that stand in a text, neither beginning
// nor ending inside a word, or -1.
func endOfWords(s, words string) int {
	for from := 0; ; {
		i := strings.Index(s[from:], words)
		if i < 0 {
			return -1
		}
		start, end := from+i, from+i+len(words)
		if !seed.InWord(s, start) && !seed.InWord(s, end) {
			return end
		}
		from = start + 1
	}
}
