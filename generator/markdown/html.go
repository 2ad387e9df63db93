package markdown

import (
	"strconv"
	"sync"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"
)

// HTML returns the document as HTML; inline text has no block around it.
func (d *Document) HTML(opt Options) string {
	buffer := buffers.Get().(*[]byte)
	defer buffers.Put(buffer)
	w := writer{doc: d, opt: opt, out: (*buffer)[:0]}
	switch {
	case d.root != nil:
		w.headings = d.Headings()
		w.node(d.root)
	case d.inline:
		w.escaped(d.source)
	default:
		w.string("<pre>")
		w.escaped(d.source)
		w.string("</pre>\n")
	}
	*buffer = w.out
	return string(w.out)
}

// buffers hold documents while they are written: how long one becomes is known
// at its end only.
var buffers = sync.Pool{New: func() any { return new([]byte) }}

// A writer turns nodes into HTML. Only what it writes can stand in the
// output: a kind of node that it does not know leaves nothing but its text.
type writer struct {
	doc      *Document
	opt      Options
	out      []byte
	headings []Heading // those still to come
}

func (w *writer) string(s string) { w.out = append(w.out, s...) }

// escaped writes text as it is seen.
func (w *writer) escaped(s []byte) { w.out = appendEscaped(w.out, util.BytesToReadOnlyString(s)) }

// decoded writes text with its escapes and character references resolved.
func (w *writer) decoded(s []byte) {
	if isOwnHTML(s) {
		w.out = append(w.out, s...)
		return
	}
	pieces(s, func(plain string, _, _ int) { w.out = appendEscaped(w.out, plain) })
}

// isOwnHTML reports whether a text stands in HTML as it stands in Markdown,
// which most do.
func isOwnHTML(s []byte) bool {
	for _, c := range s {
		if isMarked[c] {
			return false
		}
	}
	return true
}

var isMarked = [256]bool{0: true, '\\': true, '&': true, '<': true, '>': true, '"': true}

func appendEscaped(out []byte, s string) []byte {
	start := 0
	for i := range len(s) {
		var entity string
		switch s[i] {
		case '&':
			entity = "&amp;"
		case '<':
			entity = "&lt;"
		case '>':
			entity = "&gt;"
		case '"':
			entity = "&quot;"
		default:
			continue
		}
		out = append(append(out, s[start:i]...), entity...)
		start = i + 1
	}
	return append(out, s[start:]...)
}

func (w *writer) node(n ast.Node) {
	closing, leaf := w.open(n)
	if !leaf {
		w.children(n)
	}
	w.string(closing)
}

func (w *writer) children(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		w.node(c)
	}
}

// open writes what comes before the children of a block and returns what
// comes after them; leaf means that it wrote them too.
func (w *writer) open(n ast.Node) (closing string, leaf bool) {
	switch n := n.(type) {
	case *ast.Document:
		return "", false
	case *ast.Paragraph:
		return w.paragraph(n), false
	case *ast.TextBlock:
		return textBlockEnd(n), false
	case *ast.Heading:
		return w.heading(n), false
	case *ast.Blockquote:
		w.string("<blockquote>\n")
		return "</blockquote>\n", false
	case *ast.List:
		return w.list(n), false
	case *ast.ListItem:
		return w.listItem(n), false
	case *ast.CodeBlock:
		w.code(n, nil)
		return "", true
	case *ast.FencedCodeBlock:
		w.code(n, n.Language(w.doc.source))
		return "", true
	case *ast.ThematicBreak:
		w.string("<hr>\n")
		return "", true
	case *ast.LinkReferenceDefinition:
		return "", true
	case *extast.Footnote:
		w.string(`<li id="` + noteID(n.Index) + "\">\n")
		return "</li>\n", false
	case *extast.FootnoteList:
		w.string("<section class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n")
		return "</ol>\n</section>\n", false
	}
	if closing, ok := w.openTable(n); ok {
		return closing, false
	}
	return w.openInline(n)
}

func (w *writer) paragraph(n *ast.Paragraph) string {
	if w.doc.inline {
		return ""
	}
	w.string("<p>")
	return "</p>\n"
}

func textBlockEnd(n *ast.TextBlock) string {
	if n.NextSibling() != nil && n.FirstChild() != nil {
		return "\n"
	}
	return ""
}

func (w *writer) heading(n *ast.Heading) string {
	tag := "h" + strconv.Itoa(n.Level)
	w.string("<" + tag + ` id="` + w.headings[0].ID + `">`)
	w.headings = w.headings[1:]
	return "</" + tag + ">\n"
}

func (w *writer) list(n *ast.List) string {
	if !n.IsOrdered() {
		w.string("<ul>\n")
		return "</ul>\n"
	}
	if n.Start == 1 {
		w.string("<ol>\n")
	} else {
		w.string(`<ol start="` + strconv.Itoa(n.Start) + "\">\n")
	}
	return "</ol>\n"
}

func (w *writer) listItem(n *ast.ListItem) string {
	w.string("<li>")
	if first := n.FirstChild(); first != nil && first.Kind() != ast.KindTextBlock {
		w.string("\n")
	}
	return "</li>\n"
}

func (w *writer) code(n ast.Node, language []byte) {
	w.string("<pre><code")
	if len(language) > 0 {
		w.string(` class="language-`)
		w.decoded(language)
		w.string(`"`)
	}
	w.string(">")
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		w.escaped(line.Value(w.doc.source))
	}
	w.string("</code></pre>\n")
}

func (w *writer) openTable(n ast.Node) (closing string, ok bool) {
	switch n := n.(type) {
	case *extast.Table:
		w.string("<table>\n")
		return "</table>\n", true
	case *extast.TableHeader:
		w.string("<thead>\n<tr>\n")
		if n.NextSibling() == nil {
			return "</tr>\n</thead>\n", true
		}
		return "</tr>\n</thead>\n<tbody>\n", true
	case *extast.TableRow:
		w.string("<tr>\n")
		if n.NextSibling() == nil {
			return "</tr>\n</tbody>\n", true
		}
		return "</tr>\n", true
	case *extast.TableCell:
		return w.cell(n), true
	}
	return "", false
}

// cell aligns by class: the pages forbid style attributes.
func (w *writer) cell(n *extast.TableCell) string {
	tag := "td"
	if n.Parent().Kind() == extast.KindTableHeader {
		tag = "th"
	}
	w.string("<" + tag)
	if n.Alignment != extast.AlignNone {
		w.string(` class="align-` + n.Alignment.String() + `"`)
	}
	w.string(">")
	return "</" + tag + ">\n"
}
