package page

import (
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"factsheet/generator/lang"
	"factsheet/generator/text"
)

// speech is how the site's language writes numbers. Its words are English.
type speech struct{ decimal, thousands string }

func newSpeech(tag string) speech {
	t, ok := lang.For(tag)
	if !ok {
		t, _ = lang.For("en")
	}
	_, size := utf8.DecodeRuneInString(t.Thousands)
	return speech{decimal: t.Decimal, thousands: t.Thousands[:size]}
}

// number says a number: 1,200; 0.5; 1.4 million.
func (s speech) number(v float64) Words {
	if v < 0 {
		return "−" + s.number(-v)
	}
	for _, big := range [...]struct {
		size float64
		name Words
	}{{1e12, "trillion"}, {1e9, "billion"}, {1e6, "million"}} {
		if v < big.size || math.IsInf(v, 1) {
			continue
		}
		if digits := decimal(v / big.size); fractionDigits(digits) <= 2 {
			return s.group(digits) + " " + big.name
		}
		break
	}
	return s.group(decimal(v))
}

// decimal writes a number in the fewest digits that are that number.
func decimal(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

func fractionDigits(digits string) int {
	_, fraction, _ := strings.Cut(digits, ".")
	return len(fraction)
}

// group writes a plain decimal with the language's marks.
func (s speech) group(digits string) Words {
	whole, fraction, ok := strings.Cut(digits, ".")
	var b strings.Builder
	for i, c := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 && unicode.IsDigit(c) {
			b.WriteString(s.thousands)
		}
		b.WriteRune(c)
	}
	if ok {
		b.WriteString(s.decimal + fraction)
	}
	return b.String()
}

// count says how many: "1 text", "1,200 texts".
func (s speech) count(n int, one, many Words) Words {
	if n == 1 {
		return "1 " + one
	}
	return s.number(float64(n)) + " " + many
}

// spelt is count with small numbers in words: "one outlet", "12 outlets".
func (s speech) spelt(n int, one, many Words) Words {
	small := [...]Words{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}
	switch {
	case n == 1:
		return "one " + one
	case n < len(small):
		return small[n] + " " + many
	}
	return s.count(n, one, many)
}

// and lists: "a", "a and b", "a, b and c".
func and(list []Words) Words { return text.List(list, "and") }

// or lists: "a", "a or b", "a, b or c".
func or(list []Words) Words { return text.List(list, "or") }

// list joins what there is of some phrases.
func list(separator Words, phrases ...Words) Words {
	var out []Words
	for _, p := range phrases {
		if p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, separator)
}

// quoted puts words of a source or of the editor between quotation marks.
func quoted(s string) Words { return "“" + s + "”" }

// sentence gives words a capital at their start.
func sentence(s Words) Words {
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(r)) + s[size:]
}
