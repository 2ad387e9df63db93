package export

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"factsheet/generator/page"
)

// A document is what may be found, as the index has it.
type document struct {
	kind  int
	worth int    // as a hit, below maxWorth
	json  []byte // what a hit shows
	terms []weighted
}

// A weighted is a term of a document with the greatest weight that it has.
type weighted struct {
	term   string
	weight int
}

// documentsOf makes the documents of what can be found in one place.
func documentsOf(find func() []page.Find) []document {
	finds := find()
	out := make([]document, len(finds))
	weights := map[string]int{}
	for i := range finds {
		f := &finds[i]
		clear(weights)
		weigh(weights, f)
		d := document{kind: f.Kind, worth: hitWorth(f), json: appendHit(nil, f), terms: make([]weighted, 0, len(weights))}
		for term, weight := range weights {
			d.terms = append(d.terms, weighted{term, weight})
		}
		out[i] = d
	}
	return out
}

// maxWorth is one more than what a document may be worth.
const maxWorth = 64

// hitWorth is what a document is worth as a hit, in steps that make about a
// tenth of what most are worth: of two documents the one that is worth more to
// a reader, and that has a word in the shorter title.
func hitWorth(f *page.Find) int {
	const (
		short = 8  // titles that have fewer terms are as good as any
		fixed = 20 // how many terms make half of the difference
	)
	return min(f.Worth*56/(fixed+max(short, len(Terms(f.Title)))), maxWorth-1)
}

// weigh puts down the terms of a document.
func weigh(weights map[string]int, f *page.Find) {
	add := func(weight int, texts ...string) {
		for _, s := range texts {
			plain := plainLetters(s)
			for _, term := range termsOf(plain) {
				weights[term] = max(weights[term], weight)
			}
			for _, term := range joined(plain) {
				weights[term] = max(weights[term], weight)
			}
		}
	}
	title, says := 3, 2
	if f.Theirs { // every paragraph of a text has its name
		title, says = 1, 0
	}
	add(0, f.Quotes...)
	if !f.Theirs || len(f.Quotes) == 0 { // else they begin with it
		add(says, f.Says)
	}
	add(2, f.Names...)
	add(title, f.Title)
	add(3, f.Also...)
}

// appendHit appends what a hit shows as a list in JSON.
func appendHit(out []byte, f *page.Find) []byte {
	out = strconv.AppendInt(append(out, '['), int64(f.Kind), 10)
	for _, s := range [...]string{f.Link, f.Title, f.Says, f.Status} {
		out = appendString(append(out, ','), s)
	}
	theirs := `,0,`
	if f.Theirs {
		theirs = `,1,`
	}
	return append(appendString(append(out, theirs...), f.Heading), ']')
}

// appendString appends a string in JSON that is one in any script as well.
func appendString(out []byte, s string) []byte {
	out = append(out, '"')
	start := 0
	for i := 0; i < len(s); {
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		if r >= ' ' && !strings.ContainsRune("\"\\\u2028\u2029", r) && (r != utf8.RuneError || size > 1) {
			i += size
			continue
		}
		out = append(out, s[start:i]...)
		if r == '"' || r == '\\' {
			out = append(out, '\\', byte(r))
		} else {
			out = fmt.Appendf(out, `\u%04x`, r)
		}
		i += size
		start = i
	}
	return append(append(out, s[start:]...), '"')
}
