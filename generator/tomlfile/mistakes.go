package tomlfile

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"factsheet/generator/text"
)

func (e *explainer) missingEquals() *fault {
	line, n := e.line()
	key := strings.TrimSpace(line[strings.LastIndexAny(line[:min(n, len(line))], "{,")+1 : min(n, len(line))])
	rest := withoutComment(e.rest())
	if key == "" {
		return nil
	}
	if m := thousands.FindString(line[:min(n, len(line))]); m != "" {
		start, number := e.at-len(m), strings.TrimRight(m, " \t")
		return &fault{span: text.Span{Start: start, End: start + len(number)}, message: number + ": a number has no commas",
			help: strings.ReplaceAll(number, ",", "")}
	}
	if strings.IndexFunc(key, unicode.IsLetter) < 0 {
		return nil
	}
	x := &fault{span: e.word(), message: fmt.Sprintf(`"=" is missing behind the key %s`, clip(key))}
	switch pair := looksLikePair.FindString(rest); {
	case pair != "":
		name := key + " " + strings.TrimRight(pair, "= \t")
		x.message = fmt.Sprintf("a key is one word, and %s is more", quoted(name))
		x.help = fmt.Sprintf("%s = …, or %s = …", strings.ReplaceAll(name, " ", "_"), Quote(name))
	case firstRune(rest) >= utf8.RuneSelf && unicode.IsLetter(firstRune(rest)):
		name := key + upTo(rest, " \t=")
		x.message = fmt.Sprintf("the key %s needs quotation marks", quoted(name))
		x.help = Quote(name) + " = …"
	default:
		x.help = key + " = " + asValue(strings.TrimLeft(upTo(rest, "}"), ": \t"))
	}
	return x
}

var thousands = regexp.MustCompile(`\b\d{1,3}(,\d{3})+[ \t]*$`)

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// asValue returns what an author wrote as a value: as it is if it looks like
// one, else as a string; an ellipsis if it is nothing or too long to paste.
func asValue(written string) string {
	written = strings.TrimSpace(written)
	switch {
	case written == "" || len(written) > 200:
		return "…"
	case validValue.MatchString(written):
		return written
	}
	return Quote(strings.Trim(written, `"'“”„‘’«»`))
}

var validValue = regexp.MustCompile(`^("[^"\\]*"|'[^']*'|\[.*\]|\{.*\}|true|false|[+-]?(0|[1-9][0-9]*)(\.[0-9]+)?)$`)

// marks are the quotation marks that TOML does not know.
const marks = "“”„‟‘’‚‛«»′″`"

func (e *explainer) badValue() *fault {
	if x := e.swallowed(); x != nil {
		return x
	}
	written, span := e.written()
	if written == "" {
		key := e.key()
		if key == "" {
			return nil
		}
		return &fault{span: text.Span{Start: span.Start, End: span.Start}, message: "a value is missing behind " + clip(key) + " =",
			help: key + ` = ""`}
	}
	first := firstRune(written)
	if strings.ContainsRune(marks, first) {
		inner := strings.TrimSpace(strings.Trim(written, marks+`"'`))
		return &fault{span: text.Span{Start: span.Start, End: span.Start + utf8.RuneLen(first)},
			message: fmt.Sprintf("%c does not begin text: TOML knows only straight quotation marks", first), help: e.pasted(Quote(inner))}
	}
	for _, n := range misspelt {
		if n.form.MatchString(written) {
			return &fault{span: span, message: strings.Replace(n.message, "VALUE", clip(written), 1), help: e.pasted(n.mend(written))}
		}
	}
	message := "text needs quotation marks: " + clip(written)
	if strings.ContainsRune("+-.0123456789", first) {
		message = fmt.Sprintf("%s is no number or date of TOML, and text needs quotation marks", clip(written))
	}
	return &fault{span: span, message: message, help: e.pasted(Quote(written))}
}

// misspelt are values that are nearly ones of TOML.
var misspelt = []struct {
	form    *regexp.Regexp
	message string
	mend    func(string) string
}{
	{regexp.MustCompile(`^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$`), "VALUE: a number has no commas",
		func(s string) string { return strings.ReplaceAll(s, ",", "") }},
	{regexp.MustCompile(`^[+-]?0\d+$`), "VALUE: a number does not begin with 0",
		func(s string) string { return strings.TrimLeft(s, "+-0") + "   or   " + Quote(s) }},
	{regexp.MustCompile(`^\.\d+$`), "VALUE: a number does not begin with a point", func(s string) string { return "0" + s }},
	{regexp.MustCompile(`^[+-]?\d+\.$`), "VALUE: a number does not end with a point", func(s string) string { return strings.TrimSuffix(s, ".") }},
	{regexp.MustCompile(`[ \t]//`), "a comment begins with #", func(s string) string { return strings.Replace(s, "//", "#", 1) }},
	{regexp.MustCompile(`^=`), "a second = before the value", func(s string) string { return asValue(strings.TrimLeft(s, "= ")) }},
	{regexp.MustCompile(`^(?i:true|false)$`), "VALUE: true and false have small letters", strings.ToLower},
}

// swallowed finds a bracket that was never closed, by the line that went into
// it: one that begins like a statement of its own.
func (e *explainer) swallowed() *fault {
	if len(e.scan.open) == 0 {
		return nil
	}
	opened := e.scan.open[0]
	line := e.file.Position(e.at).Line
	if e.file.Position(opened).Line == line || !looksLikeLine.MatchString(e.file.Slice(e.file.Line(line))) {
		return nil
	}
	x := unclosed(e.file.Data, opened)
	x.related, x.other = "next", e.file.Line(line)
	return x
}

func (e *explainer) unclosedBracket() *fault {
	if len(e.scan.open) == 0 {
		return nil
	}
	return unclosed(e.file.Data, e.scan.open[len(e.scan.open)-1])
}

func unclosed(data []byte, opened int) *fault {
	c := closer(data[opened])
	return &fault{span: text.Span{Start: opened, End: opened + 1},
		message: fmt.Sprintf("%c is not closed", data[opened]), help: fmt.Sprintf("put %s behind the last item", string(c))}
}

// afterItem explains what stands between two items without a comma.
func (e *explainer) afterItem() *fault {
	if x := e.swallowed(); x != nil {
		return x
	}
	if x := e.innerMarks(); x != nil {
		return x
	}
	if strings.ContainsAny(e.rest()[:min(1, len(e.rest()))], "]}") {
		return e.unclosedBracket()
	}
	before := strings.TrimRight(string(e.file.Data[e.scan.value:e.at]), " \t\r\n")
	if last := before[len(before)-min(1, len(before)):]; !strings.ContainsAny(last, `"'}]`) && !looksLikePair.MatchString(e.rest()) && isWord(e.rest()) {
		return e.badValue()
	}
	if end := e.lineBefore(); end >= 0 {
		return &fault{span: text.Span{Start: end - 1, End: end}, message: "a comma is missing behind this",
			help: string(e.file.Data[end-1]) + ","}
	}
	return &fault{span: e.word(), message: "a comma is missing before " + clip(e.file.Slice(e.word())), help: ", " + clip(e.file.Slice(e.word()))}
}

// lineBefore returns, where the parser gave up at the start of a line, the
// offset at which the line before it ends, but for a comment; else -1.
func (e *explainer) lineBefore() int {
	line, n := e.line()
	number := e.file.Position(e.at).Line
	if number == 1 || !blank([]byte(line[:min(n, len(line))])) {
		return -1
	}
	span := e.file.Line(number - 1)
	before := strings.TrimRight(withoutComment(e.file.Slice(span)), " \t")
	if before == "" {
		return -1
	}
	return span.Start + len(before)
}

func isWord(s string) bool {
	r := firstRune(s)
	return unicode.IsLetter(r) || strings.ContainsRune("%$€£/:.", r)
}

// swallowedKey matches a string up to a key that it should not hold.
var swallowedKey = regexp.MustCompile(`^(["'][^"']*?),[ \t]*[A-Za-z0-9_-]+[ \t]*=[ \t]*$`)

// innerMarks finds a string that a quotation mark within the text has ended:
// a word follows it with no space between.
func (e *explainer) innerMarks() *fault {
	if e.at == 0 {
		return nil
	}
	mark, next := e.file.Data[e.at-1], firstRune(e.rest())
	if mark != '"' && mark != '\'' || !unicode.IsLetter(next) && !unicode.IsDigit(next) {
		return nil
	}
	start := skipBlank(e.file.Data, e.scan.value)
	if m := swallowedKey.FindSubmatch(e.file.Data[start:max(start, e.at-1)]); m != nil {
		return &fault{span: text.Span{Start: start, End: start + len(m[1])},
			message: fmt.Sprintf("the text that begins here is not closed with %c before the next key", mark), help: e.pasted(string(m[1]) + string(mark))}
	}
	x := &fault{span: text.Span{Start: e.at - 1, End: e.at}, message: fmt.Sprintf("%c within the text ends it", mark),
		help: `write \" for it, or put the whole text between single marks '…'`}
	if mark == '\'' {
		x.help = `put the whole text between double marks "…"`
	}
	return x
}

// afterStatement explains what stands behind the end of a statement.
func (e *explainer) afterStatement() *fault {
	if x := e.innerMarks(); x != nil {
		return x
	}
	rest := e.rest()
	if looksLikePair.MatchString(rest) {
		return &fault{span: e.word(), message: "a second statement on one line", help: "put it on a line of its own"}
	}
	if e.scan.value == e.scan.statement || e.inHeader() {
		return &fault{span: e.word(), message: fmt.Sprintf("%s stands behind the header", clip(e.file.Slice(e.word()))), help: "put it on a line of its own"}
	}
	written, _ := e.written()
	if first := firstRune(written); first == '"' || first == '\'' {
		return &fault{span: e.word(), message: fmt.Sprintf("%s stands behind the text", clip(e.file.Slice(e.word()))),
			help: `a quotation mark within text is written \"; a comment begins with #`}
	}
	return e.badValue()
}

// inHeader reports whether the statement is a header.
func (e *explainer) inHeader() bool {
	return e.scan.header.Start >= e.scan.statement && e.scan.header.End > 0
}

func (e *explainer) extraComma() *fault {
	return &fault{span: text.Span{Start: e.at, End: e.at + 1}, message: "a comma with nothing before it", help: "delete it"}
}

func (e *explainer) header() *fault {
	line, n := e.line()
	name := strings.Trim(strings.TrimLeft(withoutComment(line), " \t["), "] \t")
	if name == "" {
		return nil
	}
	open := "["
	if strings.HasPrefix(strings.TrimLeft(line, " \t"), "[[") {
		open = "[["
	}
	x := &fault{span: text.Span{Start: e.at, End: e.at}, message: "the header is not closed with " + strings.Repeat("]", len(open)),
		help: open + clip(name) + strings.Repeat("]", len(open))}
	if n < len(line) && strings.ContainsRune(" \t", rune(line[n-1])) && line[n] != ']' {
		x.span, x.message = e.word(), fmt.Sprintf("a name in a header is one word, and %s is more", quoted(name))
		x.help = open + Quote(name) + strings.Repeat("]", len(open))
	}
	return x
}

func (e *explainer) missingKey() *fault {
	return &fault{span: text.Span{Start: e.at, End: e.at}, message: "a key is missing here"}
}

func (e *explainer) badKey() *fault {
	if x := e.swallowed(); x != nil {
		return x
	}
	rest := e.rest()
	first := firstRune(rest)
	word := upTo(rest, " \t=.]")
	span := text.Span{Start: e.at, End: e.at + max(1, len(word))}
	switch {
	case strings.TrimSpace(rest) == "":
		return e.missingKey()
	case first == '=':
		return &fault{span: text.Span{Start: e.at, End: e.at + 1}, message: `a key is missing before "="`}
	case strings.HasPrefix(rest, "//"), strings.HasPrefix(rest, ";"), strings.HasPrefix(rest, "/*"), strings.HasPrefix(rest, "--"):
		return &fault{span: span, message: "a comment begins with #", help: "# " + clip(strings.TrimLeft(rest, "/;*- "))}
	case first == ']' && e.inHeader():
		return &fault{span: text.Span{Start: e.at, End: e.at + 1}, message: "the header has no name"}
	case strings.ContainsRune(marks, first):
		return &fault{span: span, message: fmt.Sprintf("%c does not begin a key: TOML knows only straight quotation marks", first),
			help: quoteKey(strings.Trim(word, marks))}
	case unicode.IsLetter(first):
		return &fault{span: span, message: fmt.Sprintf("the key %s needs quotation marks", quoted(word)), help: Quote(clip(word)) + " = …"}
	case unicode.IsPrint(first) && first < utf8.RuneSelf && first != '.':
		return &fault{span: text.Span{Start: e.at, End: e.at + 1}, message: fmt.Sprintf("%c does not begin a key or header", first)}
	}
	return nil
}

func (e *explainer) badCodePoint() *fault {
	start := strings.LastIndex(string(e.file.Data[e.scan.statement:min(e.at+1, len(e.file.Data))]), `\`)
	if start < 0 {
		return nil
	}
	start += e.scan.statement
	end := min(start+len(`\u0000`), lineEnd(e.file.Data, start))
	return &fault{span: text.Span{Start: start, End: end}, message: "this escape names no character",
		help: `\u takes four hexadecimal digits, \U eight; a backslash itself is written \\`}
}

func (e *explainer) tooManyMarks() *fault {
	return &fault{span: e.word(), message: "too many quotation marks in a row", help: `write \" for those within the text`}
}

// unclosedText is the fault of a string of one line that begins at start.
func (s *scanner) unclosedText(start int) *fault {
	end := lineEnd(s.data, start)
	content := strings.TrimRight(string(s.data[start+1:end]), " \t\r")
	mark := string(s.data[start])
	x := &fault{span: text.Span{Start: start, End: start + 1 + len(content)},
		message: fmt.Sprintf("the text that begins here is not closed with %s on its line", mark),
		help:    "put " + mark + " behind its last word; text over several lines stands between " + strings.Repeat(mark, 3)}
	if last, size := utf8.DecodeLastRuneInString(content); size > 0 && strings.ContainsRune(marks+`"'`, last) {
		x.message = fmt.Sprintf("the text that begins here with %s is closed with %c", mark, last)
		content = content[:len(content)-size]
	}
	if len(s.open) == 0 && len(content) <= 200 && !strings.Contains(content, `\`) {
		key := strings.TrimSpace(string(s.data[s.statement:start]))
		x.help = strings.TrimSpace(key + " " + mark + content + mark)
	}
	return x
}

// brokenTable is the fault of a line that ends within an inline table.
func (s *scanner) brokenTable() *fault {
	opened := s.open[len(s.open)-1]
	end := s.pos
	if s.data[end-1] == '\r' {
		end--
	}
	x := &fault{span: text.Span{Start: end, End: end}, message: "an inline table ends on the line on which it begins (TOML 1.0)",
		help: "write it on one line"}
	key := strings.TrimSpace(upTo(string(s.data[s.statement:opened]), "="))
	name := strings.Trim(string(s.data[s.header.Start:s.header.End]), "[] \t\r")
	if strings.IndexFunc(name+key, notPath) >= 0 || key == "" {
		return x
	}
	if name != "" {
		key = name + "." + key
	}
	switch len(s.open) {
	case 1:
		x.help += ", or as a table below the header [" + clip(key) + "]"
	case 2:
		x.help += ", or as a table below the header [[" + clip(key) + "]]"
	}
	return x
}

func notPath(r rune) bool { return r != '.' && notBare(r) }

func (s *scanner) badEscape() *fault {
	next, size := utf8.DecodeRune(s.data[s.pos+1:])
	span := text.Span{Start: s.pos, End: s.pos + 1 + size}
	if next == 'e' || next == 'x' {
		return &fault{span: span, message: fmt.Sprintf(`\%c is no escape of TOML 1.0`, next), help: `write \u and four hexadecimal digits`}
	}
	return &fault{span: span, message: fmt.Sprintf(`\%c is no escape of TOML`, next),
		help: `a backslash is written \\, or the text stands between single marks '…'`}
}
