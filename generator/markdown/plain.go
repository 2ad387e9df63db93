package markdown

import (
	"sort"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"factsheet/generator/text"
)

// Plain returns inline Markdown as the text that a reader sees.
func Plain(source string) string {
	if line, ok := unmarked(source); ok {
		return line
	}
	return ParseInline(source).Plain().Text
}

// PlainMap is Plain with the places that the text came from.
func PlainMap(source string) Mapped { return ParseInline(source).Plain() }

// A Mapped is plain text that knows where in its Markdown each byte stood.
type Mapped struct {
	Text string
	runs []run
}

// A run is a stretch of plain text and the source that it was made from. They
// are the same bytes, or the source as a whole, such as "&amp;", stands for the
// plain text.
type run struct {
	plain, plainEnd, source, sourceEnd int
	verbatim                           bool
}

// Source returns the span of the Markdown that a span of the text came from.
// Markup between its first and its last byte lies within; markup around it
// does not.
func (m Mapped) Source(s text.Span) text.Span {
	if s.End <= s.Start {
		at := m.at(s.Start)
		return text.Span{Start: at.Start, End: at.Start}
	}
	return text.Span{Start: m.at(s.Start).Start, End: m.at(s.End - 1).End}
}

// at returns the span of the Markdown that one byte of the text came from.
func (m Mapped) at(offset int) text.Span {
	i := sort.Search(len(m.runs), func(i int) bool { return m.runs[i].plainEnd > offset })
	if i == len(m.runs) {
		return m.end()
	}
	r := m.runs[i]
	if !r.verbatim {
		return text.Span{Start: r.source, End: r.sourceEnd}
	}
	start := r.source + offset - r.plain
	return text.Span{Start: start, End: start + 1}
}

func (m Mapped) end() text.Span {
	if len(m.runs) == 0 {
		return text.Span{}
	}
	last := m.runs[len(m.runs)-1].sourceEnd
	return text.Span{Start: last, End: last}
}

// Plain returns the text that a reader sees: of links and pictures their
// text, without the marks of footnotes. Blocks end with a line break.
func (d *Document) Plain() Mapped {
	p := plainWriter{doc: d, mapped: true}
	if d.root == nil {
		p.verbatim(d.source, 0)
	} else {
		p.node(d.root)
	}
	return Mapped{Text: string(p.out), runs: p.runs}
}

type plainWriter struct {
	doc    *Document
	mapped bool // keep runs
	out    []byte
	runs   []run
}

// write appends text that came from source[start:end].
func (p *plainWriter) write(plain string, start, end int) {
	from := len(p.out)
	p.out = append(p.out, plain...)
	if !p.mapped || plain == "" {
		return
	}
	same := len(plain) == end-start && (len(plain) == 1 || plain == string(p.doc.source[start:end])) // "&ngE;" has the length of what it stands for
	r := run{from, len(p.out), start + p.doc.base, end + p.doc.base, same}
	if n := len(p.runs); n > 0 {
		last := &p.runs[n-1]
		if last.verbatim && r.verbatim && last.sourceEnd == r.source {
			last.plainEnd, last.sourceEnd = r.plainEnd, r.sourceEnd
			return
		}
	}
	p.runs = append(p.runs, r)
}

func (p *plainWriter) verbatim(s []byte, at int) { p.write(string(s), at, at+len(s)) }

func (p *plainWriter) decoded(s []byte, at int) {
	pieces(s, func(plain string, start, end int) { p.write(plain, at+start, at+end) })
}

func (p *plainWriter) node(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		p.text(n)
	case *ast.CodeSpan:
		p.codeSpan(n)
		return
	case *ast.AutoLink:
		p.autoLink(n)
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		p.lines(n)
	case *extast.FootnoteLink, *extast.FootnoteBacklink, *ast.LinkReferenceDefinition:
		return
	}
	p.children(n)
	p.endBlock(n)
}

func (p *plainWriter) children(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		p.node(c)
	}
}

// endBlock writes a line break after a block that ends with text.
func (p *plainWriter) endBlock(n ast.Node) {
	if n.Type() != ast.TypeBlock || p.doc.inline || len(p.out) == 0 || p.out[len(p.out)-1] == '\n' {
		return
	}
	at := 0
	if len(p.runs) > 0 {
		at = p.runs[len(p.runs)-1].sourceEnd - p.doc.base
	}
	p.write("\n", at, at)
}

func (p *plainWriter) text(n *ast.Text) {
	p.decoded(n.Segment.Value(p.doc.source), n.Segment.Start)
	if n.SoftLineBreak() || n.HardLineBreak() {
		p.write("\n", n.Segment.Stop, n.Segment.Stop+1)
	}
}

func (p *plainWriter) codeSpan(n *ast.CodeSpan) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		at := c.(*ast.Text).Segment.Start
		line := codeLine(c, p.doc.source)
		p.verbatim(line, at)
		if endsLine(c, p.doc.source) {
			p.write(" ", at+len(line), at+len(line)+1)
		}
	}
}

// autoLink writes the address, with the angle brackets where it is shown as
// text because it leads nowhere.
func (p *plainWriter) autoLink(n *ast.AutoLink) {
	label, at := n.Label(p.doc.source), n.Pos()
	if TargetOf(autoLinkDestination(n, p.doc.source)) == Forbidden {
		p.verbatim(p.doc.source[at:at+len(label)+len("<>")], at)
		return
	}
	p.verbatim(label, at+len("<"))
}

func (p *plainWriter) lines(n ast.Node) {
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		p.write(string(line.Value(p.doc.source)), line.Start, line.Stop)
	}
}
