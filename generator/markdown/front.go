package markdown

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"factsheet/generator/diag"
	"factsheet/generator/text"
)

// A Front is the front matter of a hand-written page: lines of "key: value"
// between two lines of "---", a small part of YAML 1.2 that reads the same
// everywhere.
type Front struct {
	Title       string
	Description string
	Order       int // among the pages of the site; 0 where none is given
	Spans       map[string]text.Span
	Body        int // offset at which the page itself begins
}

// frontKeys are the keys that a page may have.
var frontKeys = []string{"title", "description", "order"}

const fence = "---"

// FrontMatter reads the front matter of a page; a page may have none. Spans
// are those of the values, without quotation marks, in source.
func FrontMatter(source []byte) (Front, []Problem) {
	r := frontReader{front: Front{Spans: make(map[string]text.Span)}}
	line, next := lineAt(source, len(source)-len(bytes.TrimPrefix(source, []byte("\ufeff"))))
	if string(source[line.Start:line.End]) != fence {
		r.front.Body = line.Start
		return r.front, nil
	}
	opening := line
	for next < len(source) {
		line, next = lineAt(source, next)
		if string(source[line.Start:line.End]) == fence {
			r.front.Body = next
			return r.front, r.problems
		}
		r.line(string(source[line.Start:line.End]), line.Start)
	}
	r.problem("syntax", opening, "put a second line --- below them", "the page begins with --- and its fields never end")
	r.front.Body = len(source)
	return r.front, r.problems
}

// lineAt returns the line at an offset without its end and trailing spaces,
// and the offset of the next one.
func lineAt(source []byte, start int) (line text.Span, next int) {
	raw, _, found := bytes.Cut(source[start:], []byte("\n"))
	next = start + len(raw)
	if found {
		next++
	}
	return text.Span{Start: start, End: start + len(bytes.TrimRight(raw, " \t\r"))}, next
}

type frontReader struct {
	front    Front
	problems []Problem
}

func (r *frontReader) problem(code string, span text.Span, help, format string, args ...any) {
	r.problems = append(r.problems, Problem{Code: code, Span: span, Message: fmt.Sprintf(format, args...), Help: help})
}

// line reads one line that begins at an offset of the page.
func (r *frontReader) line(line string, at int) {
	if line == "" || line[0] == '#' {
		return
	}
	whole := text.Span{Start: at, End: at + len(line)}
	key, raw, found := strings.Cut(line, ":")
	if !found || raw != "" && raw[0] != ' ' && raw[0] != '\t' {
		r.problem("syntax", whole, `title: A page`, "%q is not a key, a colon, a space and a value", line)
		return
	}
	keySpan := text.Span{Start: at, End: at + len(key)}
	if _, twice := r.front.Spans[key]; twice {
		r.problem("syntax", keySpan, "", "%q stands twice", key)
		return
	}
	value := strings.TrimLeft(raw, " \t")
	start := at + len(line) - len(value)
	plain, span, help := scalar(value, start)
	if help != "" {
		r.problem("syntax", text.Span{Start: start, End: start + len(value)}, key+": "+help, "the value of %q would be read otherwise by other programs", key)
		return
	}
	r.front.Spans[key] = span
	r.set(key, keySpan, plain, span)
}

func (r *frontReader) set(key string, keySpan text.Span, value string, span text.Span) {
	switch key {
	case "title":
		r.front.Title = value
	case "description":
		r.front.Description = value
	case "order":
		n, err := strconv.Atoi(value)
		if err != nil {
			r.problem("bad-value", span, "order: 1", "the order of a page is a whole number, not %q", value)
		}
		r.front.Order = n
	default:
		help := "a page has " + strings.Join(frontKeys, ", ")
		if near, ok := diag.Nearest(key, frontKeys); ok {
			help = near
		}
		r.problem("unknown-key", keySpan, help, "a page has no field %q", key)
	}
}

// scalar reads a plain or quoted value. help is what to write instead of one
// that is neither, and "" for a good one.
func scalar(s string, at int) (value string, span text.Span, help string) {
	span = text.Span{Start: at, End: at + len(s)}
	if s == "" {
		return "", span, ""
	}
	switch quote := s[0]; quote {
	case '"', '\'':
		end := closingQuote(s)
		rest := strings.TrimLeft(s[end:], " \t")
		if end == 0 || rest != "" && (rest[0] != '#' || rest == s[end:]) {
			return "", span, Quote(strings.Trim(s, `"'`))
		}
		span = text.Span{Start: at + 1, End: at + end - 1}
		return unquote(s[:end]), span, ""
	}
	if i := strings.Index(s, " #"); i >= 0 {
		s = strings.TrimRight(s[:i], " \t")
		span.End = at + len(s)
	}
	if !isPlainScalar(s) {
		return "", span, Quote(s)
	}
	return s, span, ""
}

// closingQuote returns the length of the quoted value at the start of s, or 0.
func closingQuote(s string) int {
	for i := 1; i < len(s); i++ {
		switch {
		case s[0] == '"' && s[i] == '\\':
			i++
		case s[i] == s[0] && s[0] == '\'' && strings.HasPrefix(s[i+1:], "'"):
			i++
		case s[i] == s[0]:
			return i + 1
		}
	}
	return 0
}

var doubleEscapes = strings.NewReplacer(`\\`, `\`, `\"`, `"`, `\n`, " ", `\t`, " ")

func unquote(s string) string {
	inner := s[1 : len(s)-1]
	if s[0] == '\'' {
		return strings.ReplaceAll(inner, "''", "'")
	}
	return doubleEscapes.Replace(inner)
}

// isPlainScalar reports whether YAML reads s as that very string (1.2.2,
// 7.3.3), but for numbers, dates and truth values, which are fine as fields.
func isPlainScalar(s string) bool {
	if strings.IndexByte("-?:,[]{}#&*!|>'\"%@`", s[0]) >= 0 && (len(s) == 1 || s[1] == ' ' || strings.IndexByte("-?:", s[0]) < 0) {
		return false
	}
	return !strings.Contains(s, ": ") && !strings.HasSuffix(s, ":")
}

// Quote returns s as a double-quoted value of front matter, on one line.
func Quote(s string) string {
	s = oneLine(s)
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}
