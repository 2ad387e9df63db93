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
// 2 GB. Within these limits the worst text of 4 MB that was found takes 4 s.
const (
	maxDepth      = 64            // quotes and lists that begin on one line
	maxIndent     = 256           // bytes before the last mark of a list or quote
	maxMarkup     = 1_000_000_000 // marks times bytes, summed over lines and over paragraphs
	maxOpen       = 4_000_000     // lines times the greatest depth on the page
	maxPipes      = 10_000        // escaped ones on lines with code
	maxCells      = 500_000       // of tables, with those that rows leave out
	maxFootnotes  = 5_000         // marks [^
	freeExpansion = 100 << 10     // bytes that references may add beyond the size of the text
)

// marks are the bytes from which goldmark may search the rest of a paragraph.
const marks = "[]*_~`<"

var isMark = setOf(marks)

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
	var s scan
	for start := 0; start < len(source); {
		line, _, _ := bytes.Cut(source[start:], []byte("\n"))
		if message := s.line(line); message != "" {
			return limitProblem(text.Span{Start: start, End: start + len(line)}, "%s", message)
		}
		start += len(line) + 1
	}
	return nil
}

// A scan sums up what the lines so far may cost.
type scan struct{ lines, deepest, markup, pipes int }

// line returns what is too much, or "".
func (s *scan) line(line []byte) string {
	depth, indent := nesting(line)
	s.lines++
	s.deepest = max(s.deepest, depth+indent/2)
	s.markup += countMarks(line) * len(line)
	if bytes.IndexByte(line, '`') >= 0 {
		s.pipes += bytes.Count(line, []byte(`\|`))
	}
	switch {
	case depth > maxDepth || indent > maxIndent || s.deepest*s.lines > maxOpen:
		return fmt.Sprintf("quotes, lists and footnotes nested too deeply; at most %d can be had within one another, fewer on a long page", maxDepth)
	case s.markup > maxMarkup:
		return "too much markup in one line"
	case s.pipes > maxPipes:
		return fmt.Sprintf("too many pipes in code within tables; at most %d can be had", maxPipes)
	}
	return ""
}

// nesting counts the marks of quotes, lists and footnotes at the start of a
// line, and the bytes up to the last of them. It may count too many, never too
// few.
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
		case c == '[':
			end := bytes.Index(line[i:], []byte("]:"))
			if end < 0 {
				return depth, indent
			}
			depth++
			indent = i
			i += end + 1
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

// spentKey is for what the paragraphs of a page have cost so far, a *spent.
var spentKey = parser.NewContextKey()

type spent struct{ markup, cells int }

// Transform implements goldmark's parser.ParagraphTransformer.
func (g *guard) Transform(p *ast.Paragraph, reader gmtext.Reader, pc parser.Context) {
	if p.Lines().Len() == 0 {
		return
	}
	sum := pc.ComputeIfAbsent(spentKey, func() any { return new(spent) }).(*spent)
	if problem := g.judge(p.Lines(), reader.Source(), sum); problem != nil {
		pc.Set(limitKey, problem)
		p.Parent().RemoveChild(p.Parent(), p)
	}
}

func (g *guard) judge(lines *gmtext.Segments, source []byte, sum *spent) *Problem {
	span := text.Span{Start: lines.At(0).Start, End: lines.At(lines.Len() - 1).Stop}
	if g.beforeTables {
		sum.cells += columns(lines, source) * lines.Len()
	}
	if maybeTable := isDelimiterRow(lines, 1, source); g.beforeTables != maybeTable {
		sum.markup += countMarks(source[span.Start:span.End]) * span.Len()
	}
	switch {
	case sum.cells > maxCells:
		return limitProblem(span, "tables of %d cells; at most %d can be had on a page", sum.cells, maxCells)
	case sum.markup > maxMarkup:
		return limitProblem(span, "too much markup in one paragraph")
	}
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
