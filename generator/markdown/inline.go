package markdown

import (
	"strconv"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"
)

// openInline is open for the nodes within a line.
func (w *writer) openInline(n ast.Node) (closing string, leaf bool) {
	switch n := n.(type) {
	case *ast.Text:
		w.text(n)
	case *ast.CodeSpan:
		w.codeSpan(n)
		return "</code>", true
	case *ast.Emphasis:
		if n.Level == 2 {
			w.string("<strong>")
			return "</strong>", false
		}
		w.string("<em>")
		return "</em>", false
	case *extast.Strikethrough:
		w.string("<del>")
		return "</del>", false
	case *ast.Link:
		return w.link(n), false
	case *ast.Image:
		return "", w.image(n)
	case *ast.AutoLink:
		w.autoLink(n)
	case *extast.FootnoteLink:
		w.footnoteLink(n)
	case *extast.FootnoteBacklink:
		w.string(` <a href="#` + noteMarkID(n.Index, n.RefIndex) + `" role="doc-backlink" aria-label="Back to the text">↩︎</a>`)
	}
	return "", false
}

func (w *writer) text(n *ast.Text) {
	w.decoded(n.Segment.Value(w.doc.source))
	switch {
	case n.HardLineBreak():
		w.string("<br>\n")
	case n.SoftLineBreak():
		w.string("\n")
	}
}

func (w *writer) codeSpan(n *ast.CodeSpan) {
	w.string("<code>")
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		w.escaped(codeLine(c, w.doc.source))
		if endsLine(c, w.doc.source) {
			w.string(" ")
		}
	}
}

// codeLine returns a line of a code span without its line break.
func codeLine(n ast.Node, source []byte) []byte {
	value := n.(*ast.Text).Segment.Value(source)
	if endsLine(n, source) {
		return value[:len(value)-1]
	}
	return value
}

func endsLine(n ast.Node, source []byte) bool {
	value := n.(*ast.Text).Segment.Value(source)
	return len(value) > 0 && value[len(value)-1] == '\n'
}

// link writes a link, or only its text where it leads nowhere.
func (w *writer) link(n *ast.Link) (closing string) {
	href, fault := w.opt.address(unescape(n.Destination))
	if fault != nil {
		return ""
	}
	w.anchor(href)
	w.title(n.Title)
	w.string(">")
	return "</a>"
}

// image writes a picture and reports true, or leaves its text to be written
// where it does not come from the site.
func (w *writer) image(n *ast.Image) bool {
	src, fault := w.opt.picture(unescape(n.Destination))
	if fault != nil {
		return false
	}
	w.string(`<img src="`)
	w.url(src)
	w.string(`" alt="`)
	p := plainWriter{doc: w.doc}
	p.children(n)
	w.escaped(p.out)
	w.string(`"`)
	w.title(n.Title)
	w.string(">")
	return true
}

func (w *writer) autoLink(n *ast.AutoLink) {
	href, fault := w.opt.address(autoLinkDestination(n, w.doc.source))
	if fault != nil {
		w.string("&lt;")
		w.escaped(n.Label(w.doc.source))
		w.string("&gt;")
		return
	}
	w.anchor(href)
	w.string(">")
	w.escaped(n.Label(w.doc.source))
	w.string("</a>")
}

func (w *writer) anchor(href string) {
	w.string(`<a href="`)
	w.url(href)
	w.string(`"`)
}

func (w *writer) url(address string) {
	w.escaped(util.URLEscape([]byte(address), false))
}

func (w *writer) title(title []byte) {
	if len(title) > 0 {
		w.string(` title="`)
		w.decoded(title)
		w.string(`"`)
	}
}

func (w *writer) footnoteLink(n *extast.FootnoteLink) {
	w.string(`<sup id="` + noteMarkID(n.Index, n.RefIndex) + `"><a href="#` + noteID(n.Index) + `" role="doc-noteref">` +
		strconv.Itoa(n.Index) + `</a></sup>`)
}

// Ids made from annotations and headings never begin with an underscore.
func noteID(index int) string { return "_note-" + strconv.Itoa(index) }

func noteMarkID(index, mark int) string {
	id := "_note-mark-" + strconv.Itoa(index)
	if mark > 0 {
		id += "-" + strconv.Itoa(mark+1)
	}
	return id
}
