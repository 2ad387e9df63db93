// Package markdown is the one set-up of goldmark for the whole program: pages
// and the inline text of annotations to HTML and to plain text, and text to
// Markdown that shows exactly that text.
//
// The dialect is CommonMark with tables, strikethrough and footnotes of GFM.
// There is no raw HTML: tags are shown as the text they are. Only a link that
// the author wrote as one is a link, to http, https or mailto or to whatever
// the caller resolves; pictures come from the site itself. The HTML has no
// style and no event attributes, and no element but those of this package.
//
// Offsets and spans are bytes of the text that was parsed. Parsed documents
// never change and may be used by several goroutines at once.
package markdown

import (
	"github.com/yuin/goldmark/ast"
	gmtext "github.com/yuin/goldmark/text"

	"factsheet/generator/text"
)

// A Document is a parsed page or a parsed piece of inline text.
type Document struct {
	source []byte
	root   ast.Node // nil where the document passes a limit
	inline bool
	base   int // where source begins in the text that was given
	limit  *Problem
}

// A Problem is a mistake in a text, to become a diagnostic of the file that
// holds it.
type Problem struct {
	Code    string // limit, bad-link, external-resource, and those of FrontMatter
	Span    text.Span
	Message string
	Help    string
}

// A Resolver returns the address that a relative destination (a path, an id)
// leads to on the site, and false if there is no such place.
type Resolver func(destination string) (href string, ok bool)

// Options say how a document becomes HTML.
type Options struct {
	Resolve Resolver // nil leaves relative destinations as they are
}

// Parse reads a page: blocks, tables, footnotes. It keeps source, which must
// not change.
func Parse(source []byte) *Document {
	d := &Document{source: source}
	d.parse(blockParser)
	return d
}

// ParseInline reads inline Markdown: no headings, lists or paragraphs, and a
// line break is a space.
func ParseInline(source string) *Document {
	line, base := trim(source)
	d := &Document{source: line, inline: true, base: base}
	d.parse(inlineParser)
	return d
}

func (d *Document) parse(p parserFunc) {
	if d.limit = prescan(d.source); d.limit == nil {
		d.root, d.limit = p(gmtext.NewReader(d.source))
	}
	if d.limit != nil {
		d.root = nil
		d.limit.Span.Start += d.base
		d.limit.Span.End += d.base
	}
}

// trim returns the text without white space at its ends and with spaces for
// line breaks, and the offset of its first byte.
func trim(s string) (line []byte, base int) {
	for base < len(s) && isSpace(s[base]) {
		base++
	}
	end := len(s)
	for end > base && isSpace(s[end-1]) {
		end--
	}
	line = []byte(s[base:end])
	for i, c := range line {
		if c == '\n' || c == '\r' {
			line[i] = ' '
		}
	}
	return line, base
}

// isSpace reports whether c is white space to Markdown.
func isSpace(c byte) bool {
	return c == ' ' || '\t' <= c && c <= '\r'
}

// HTML returns the page as HTML. Links that lead nowhere and pictures from
// elsewhere are shown as their text; Check reports them. A page that passes a
// limit is shown as its source.
func HTML(source []byte, opt Options) (string, []Problem) {
	d := Parse(source)
	return d.HTML(opt), d.Check(opt)
}

// Inline returns inline Markdown as HTML without a block around it.
func Inline(source string, opt Options) string {
	if line, ok := unmarked(source); ok {
		return string(appendEscaped(nil, line))
	}
	return ParseInline(source).HTML(opt)
}

// unmarked returns a text that is its own plain text but for white space at
// its ends, and false for one with markup or line breaks.
func unmarked(source string) (string, bool) {
	for i := range len(source) {
		switch source[i] {
		case '\\', '*', '_', '[', '<', '&', '~', '`', '\n', '\r', '\f', '\v', 0:
			return "", false
		}
	}
	start, end := 0, len(source)
	for start < end && isSpace(source[start]) {
		start++
	}
	for start < end && isSpace(source[end-1]) {
		end--
	}
	return source[start:end], true
}
