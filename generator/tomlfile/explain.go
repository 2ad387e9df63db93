package tomlfile

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"factsheet/generator/text"
)

// An explainer says in an author's words what is wrong at a place where the
// parser gave up.
type explainer struct {
	file  *text.File
	at    int    // where it gave up
	limit int    // up to here the file has been scanned: no parser may see more
	said  string // what it said
	scan  *scanner
}

// explanations are the functions that explain what the parser says, by how
// that begins. One that has nothing to say returns nil; the judge is asked then.
var explanations = []struct {
	said    string
	explain func(*explainer) *fault
}{
	{"expected '=' after key", (*explainer).missingEquals},
	{"expected ',' or '}'", (*explainer).afterItem},
	{"expected ',' or ']'", (*explainer).afterItem},
	{"expected newline", (*explainer).afterStatement},
	{"expected value but got", (*explainer).extraComma},
	{"unexpected comma", (*explainer).extraComma},
	{"array is incomplete", (*explainer).unclosedBracket},
	{"inline table is incomplete", (*explainer).unclosedBracket},
	{"expected ']", (*explainer).header},
	{"expected key but", (*explainer).missingKey},
	{"invalid character at start of key", (*explainer).badKey},
	{"unexpected character", (*explainer).badValue},
	{"expected value", (*explainer).badValue},
	{"expected keyword", (*explainer).badValue},
	{"expected digit", (*explainer).badValue},
	{"expected number", (*explainer).badValue},
	{`expected "`, (*explainer).badValue},
	{"strings must be quoted", (*explainer).badValue},
	{"number must", (*explainer).badValue},
	{"integers cannot", (*explainer).badValue},
	{"decimal point", (*explainer).badValue},
	{"exponent must", (*explainer).badValue},
	{"sign is not", (*explainer).badValue},
	{"radix prefix", (*explainer).badValue},
	{"invalid hexadecimal digit", (*explainer).badCodePoint},
	{"unicode escape", (*explainer).badCodePoint},
	{"escape sequence is not", (*explainer).badCodePoint},
	{"too many quotes", (*explainer).tooManyMarks},
}

// explain returns the fault of a file that is scanned up to limit and that the
// parser leaves at an offset, saying something.
func explain(f *text.File, base, at, limit int, said string) fault {
	e := &explainer{file: f, at: at, limit: limit, said: said, scan: newScanner(f.Data, base)}
	e.scan.scan(at)
	if x := e.badBytes(); x != nil {
		return *x
	}
	for _, x := range explanations {
		if strings.HasPrefix(said, x.said) {
			if found := x.explain(e); found != nil {
				return *found
			}
			break
		}
	}
	return judge(f, e.scan.statement, at, limit, said)
}

// badBytes finds bytes that no TOML file holds, which parsers report as all
// sorts of things.
func (e *explainer) badBytes() *fault {
	rest := e.file.Data[e.at:]
	if len(rest) == 0 {
		return nil
	}
	r, size := utf8.DecodeRune(rest)
	span := text.Span{Start: e.at, End: e.at + size}
	switch {
	case r == utf8.RuneError && size == 1:
		return &fault{span: span, message: "this byte is not UTF-8", help: "save the file with the encoding UTF-8"}
	case r == '\r' && !strings.HasPrefix(string(rest[1:min(2, len(rest))]), "\n"):
		return &fault{span: span, message: "a carriage return without a line feed", help: `end lines with a line feed; in a string write \r`}
	case unicode.IsControl(r) && r < 0x80 && r != '\n' && r != '\r' && r != '\t':
		return &fault{span: span, message: "a control character", help: `delete it; in a string between double marks write ` + strings.Trim(Quote(string(r)), `"`)}
	case r == 0xFEFF:
		return &fault{span: span, message: "a byte order mark within the file", help: "delete it"}
	}
	return nil
}

// line returns the line at which the parser gave up, and how far into it.
func (e *explainer) line() (string, int) {
	span := e.file.Line(e.file.Position(e.at).Line)
	return e.file.Slice(span), e.at - span.Start
}

// rest returns what stands on the line from where the parser gave up.
func (e *explainer) rest() string {
	line, n := e.line()
	return line[min(n, len(line)):]
}

// word returns the span of the word at which the parser gave up.
func (e *explainer) word() text.Span {
	rest := e.rest()
	n := strings.IndexAny(rest, " \t,=]}#")
	if n < 0 {
		n = len(rest)
	}
	return text.Span{Start: e.at, End: e.at + max(n, 1)}
}

// key returns the key of the pair at hand as written, "" where there is none.
func (e *explainer) key() string {
	before := string(e.file.Data[e.scan.statement:min(e.scan.value, e.at)])
	if m := keyBefore.FindStringSubmatch(before); m != nil {
		return m[1]
	}
	return ""
}

var (
	keyBefore     = regexp.MustCompile(`([A-Za-z0-9_.-]+|"[^"\n]*"|'[^'\n]*')[ \t]*=[ \t]*$`)
	looksLikePair = regexp.MustCompile(`^[A-Za-z0-9_-]+[ \t]*=`)
	looksLikeLine = regexp.MustCompile(`^[ \t]*(\[\[?[A-Za-z0-9_."' -]+\]\]?[ \t]*(#.*)?$|[A-Za-z0-9_.-]+[ \t]*=)`)
)

// written returns the text of the value at hand, which the parser may have
// left anywhere within it, with its span: to the end of the line, or within
// brackets to the next comma or bracket.
func (e *explainer) written() (string, text.Span) {
	start := skipBlank(e.file.Data, e.scan.value)
	line := string(e.file.Data[start:max(start, lineEnd(e.file.Data, start))])
	if len(e.scan.open) > 0 {
		line = upTo(line, ",]}")
	}
	line = strings.TrimRight(withoutComment(line), " \t\r")
	return line, text.Span{Start: start, End: start + len(line)}
}

func upTo(s, any string) string {
	if n := strings.IndexAny(s, any); n >= 0 {
		return s[:n]
	}
	return s
}

func withoutComment(s string) string {
	if strings.HasPrefix(s, "#") {
		return ""
	}
	before, _, _ := strings.Cut(s, " #")
	return before
}

// pasted returns "key = value", where there is a key, for a help line.
func (e *explainer) pasted(value string) string {
	if len(value) > 200 {
		return "text stands in quotation marks"
	}
	if key := e.key(); key != "" {
		return key + " = " + value
	}
	return value
}
