package markdown

import (
	"bytes"
	"fmt"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	gmtext "github.com/yuin/goldmark/text"

	"factsheet/generator/text"
)

// The limits. goldmark takes time that grows with the square of some texts: a
// line of 64,000 "> " took 3 s, one of 64,000 "[a](" 19 s, a paragraph of
// 64,000 "[a]: x" lines 4 s, a reference of 64 KB used 64,000 times 28 s and
// 2 GB. Within these limits no text of 4 MB takes longer than about a second.
const (
	maxDepth      = 64            // quotes and lists that begin on one line
	maxIndent     = 256           // bytes before the last mark of a list or quote
	maxMarkup     = 1_000_000_000 // marks times bytes, summed over lines and over paragraphs
	maxCells      = 500_000       // of one table, with those that its rows leave out
	maxFootnotes  = 5_000         // marks [^
	freeExpansion = 100 * 1 << 10 // bytes that references may add beyond the size of the text
)

// marks are the bytes from which goldmark may search the rest of a paragraph.
const marks = "[]*_~`<"

var isMark = func() (set [256]bool) {
	for _, c := range []byte(marks) {
		set[c] = true
	}
	return set
}()

func countMarks(s []byte) (n int) {
	for _, c := range s {
		if isMark[c] {
			n++
		}
	}
	return n
}

func limitProblem(span text.Span, format string, args ...any) *Problem {
	return &Problem{Code: "limit", Span: span, Message: fmt.Sprintf(format, args...), Help: "split it, or write it as a code block"}
}

// prescan finds what has to be refused before goldmark sees it: lines that
// nest too deeply or hold too much markup, and too many footnotes.
func prescan(source []byte) *Problem {
	if n := bytes.Count(source, []byte("[^")); n > maxFootnotes {
		return limitProblem(text.Span{}, "%d marks of footnotes on one page; at most %d can be had", n, maxFootnotes)
	}
	cost := 0
	for start := 0; start < len(source); {
		line, _, _ := bytes.Cut(source[start:], []byte("\n"))
		span := text.Span{Start: start, End: start + len(line)}
		if depth, indent := nesting(line); depth > maxDepth || indent > maxIndent {
			return limitProblem(span, "quotes and lists nested too deeply; at most %d can be had within one another", maxDepth)
		}
		if cost += countMarks(line) * len(line); cost > maxMarkup {
			return limitProblem(span, "too much markup in one line")
		}
		start = span.End + 1
	}
	return nil
}

// nesting counts the marks of quotes and lists at the start of a line, and the
// bytes up to the last of them. It may count too many, never too few.
func nesting(line []byte) (depth, indent int) {
	if isThematicBreak(line) {
		return 0, 0
	}
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c == ' ' || c == '\t' || '0' <= c && c <= '9':
		case c == '>' || c == '-' || c == '*' || c == '+' || c == '.' || c == ')':
			depth++
			indent = i
		default:
			return depth, indent
		}
	}
	return depth, indent
}

// isThematicBreak reports whether a line holds nothing but dashes, stars or
// underscores, and so never opens a list.
func isThematicBreak(line []byte) bool {
	rest := bytes.Trim(line, " \t\r")
	return len(rest) > 0 && (rest[0] == '-' || rest[0] == '*') && len(bytes.Trim(rest, string(rest[0])+" \t")) == 0
}

var limitKey = parser.NewContextKey()

// A guard is a paragraph transformer that takes a paragraph out before
// goldmark spends too much time on it, and notes so in the context. One stands
// before tables are made, whose rows are not searched as one paragraph, and
// one behind, for what looked like a table and was none.
type guard struct{ beforeTables bool }

// spentKey holds the marks times bytes of the paragraphs so far.
var spentKey = parser.NewContextKey()

// Transform implements goldmark's parser.ParagraphTransformer.
func (g *guard) Transform(p *ast.Paragraph, reader gmtext.Reader, pc parser.Context) {
	lines := p.Lines()
	if lines.Len() == 0 {
		return
	}
	source := reader.Source()
	span := text.Span{Start: lines.At(0).Start, End: lines.At(lines.Len() - 1).Stop}
	var problem *Problem
	cells := columns(lines, source) * lines.Len()
	switch maybeTable := isDelimiterRow(lines, 1, source); {
	case g.beforeTables && cells > maxCells:
		problem = limitProblem(span, "a table of %d cells; at most %d can be had", cells, maxCells)
	case g.beforeTables != maybeTable:
		problem = spend(span, source, pc)
	}
	if problem != nil {
		pc.Set(limitKey, problem)
		p.Parent().RemoveChild(p.Parent(), p)
	}
}

func spend(span text.Span, source []byte, pc parser.Context) *Problem {
	spent, _ := pc.Get(spentKey).(int)
	spent += countMarks(source[span.Start:span.End]) * span.Len()
	if spent > maxMarkup {
		return limitProblem(span, "too much markup in one paragraph")
	}
	pc.Set(spentKey, spent)
	return nil
}

// columns returns the most columns that a delimiter row among the lines has.
func columns(lines *gmtext.Segments, source []byte) (n int) {
	for i := 1; i < lines.Len(); i++ {
		if isDelimiterRow(lines, i, source) {
			line := lines.At(i)
			n = max(n, bytes.Count(line.Value(source), []byte("|"))+1)
		}
	}
	return n
}

func isDelimiterRow(lines *gmtext.Segments, i int, source []byte) bool {
	if i >= lines.Len() {
		return false
	}
	line := lines.At(i)
	return len(bytes.Trim(line.Value(source), "|:- \t\r\n")) == 0
}

// checkExpansion bounds what reference definitions add to the text, as cmark
// does: a long destination that is used often.
func checkExpansion(root ast.Node, pc parser.Context, size int) *Problem {
	if len(pc.References()) == 0 {
		return nil
	}
	total := 0
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if link, ok := n.(*ast.Link); ok && entering && link.Reference != nil {
			total += len(link.Destination) + len(link.Title)
		}
		if image, ok := n.(*ast.Image); ok && entering && image.Reference != nil {
			total += len(image.Destination) + len(image.Title)
		}
		return ast.WalkContinue, nil
	})
	if total > size+freeExpansion {
		return limitProblem(text.Span{}, "link references that expand to %d bytes, in a text of %d", total, size)
	}
	return nil
}
