package suggest

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"factsheet/generator/lang"
	"factsheet/generator/text"
)

func (p *page) words(span text.Span) string {
	folded := p.View.Folded(span)
	return strings.TrimSpace(p.View.Text[folded.Start:folded.End])
}

// The number of words from which a piece is prose whatever its end, and up to
// which it may be a header.
const proseWords, headerWords = 25, 14

func countWords(words string) int { return len(strings.Fields(words)) }

// isProse reports whether a piece is running text: it ends with a stop, and
// not with the dots of a teaser, or is long.
func (p *page) isProse(piece text.Span) bool {
	words := p.words(piece)
	if strings.HasSuffix(strings.TrimRight(words, `"')`), "...") {
		return false
	}
	if e := p.furniture(piece); e != nil && (!p.stops(piece) || e.Arg == "sentence" || e.Arg == "contact") {
		return false
	}
	if isAddressed(words) {
		return false
	}
	return p.stops(piece) || countWords(words) > proseWords
}

func (p *page) stops(piece text.Span) bool {
	words := strings.TrimRight(p.words(piece), `"')]`)
	last, _ := utf8.DecodeLastRuneInString(words)
	return strings.ContainsRune(".!?。！？؟۔।", last)
}

// furniture returns the words of a page with which a piece begins, or nil. Of a
// long piece they stand in a short line above others that end without a stop.
func (p *page) furniture(piece text.Span) *lang.Entry {
	words := p.words(piece)
	if countWords(words) > proseWords {
		line, _, more := strings.Cut(p.File.Slice(piece), "\n")
		if !more || p.stops(piece) || countWords(line) > headerWords {
			return nil
		}
	}
	e := p.table.Match(p.table.Tokens(words), 0, lang.Furniture)
	if e != nil && (e.Arg == "end" || e.Arg == "outlet" || e.Arg == "byline") {
		return nil // which the words around them make so
	}
	return e
}

// isFurniture reports whether a piece is of the page by its form alone.
func (p *page) isFurniture(piece text.Span) bool {
	words := p.words(piece)
	if isAddressed(words) || !strings.ContainsFunc(words, unicode.IsLetter) {
		return true
	}
	e := p.furniture(piece)
	return e != nil && (e.Arg != "" || e.Len() > 1 || e.Len() == len(p.table.Tokens(words)))
}

// isContact reports whether a piece says whom to ask.
func (p *page) isContact(piece text.Span) bool {
	e := p.furniture(piece)
	return e != nil && e.Arg == "contact"
}

// addressMark is an address of the mail or of the web.
var addressMark = regexp.MustCompile(`[\pL\pN]@[\pL\pN]|\bwww\.|\bhttps?://`)

// isAddressed reports whether words are few and give an address.
func isAddressed(words string) bool {
	return addressMark.MatchString(words) && countWords(words) <= headerWords
}

// ends reports whether nothing of the text stands below a piece: "ENDS", "###",
// "Notes to editors".
func (p *page) ends(piece text.Span) bool {
	words := p.words(piece)
	toks := p.table.Tokens(words[:min(len(words), longestMargin)])
	isSign := func(tok lang.Token) bool { return tok.Kind == lang.Sign }
	if slices.ContainsFunc(toks, func(tok lang.Token) bool { return !isSign(tok) }) {
		for isSign(toks[0]) {
			toks = toks[1:]
		}
		for isSign(toks[len(toks)-1]) {
			toks = toks[:len(toks)-1]
		}
	}
	e := p.table.Match(toks, 0, lang.Furniture)
	return e != nil && e.Arg == "end" && (e.Len() > 1 || e.Len() == len(toks))
}
