package markdown

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/yuin/goldmark/ast"

	"factsheet/generator/text"
)

// A Link is a link or a picture as the author wrote it.
type Link struct {
	Destination string // with escapes and character references resolved
	Image       bool
	Auto        bool      // an address between "<" and ">", which is its own text
	Span        text.Span // of the destination, or of what refers to its definition
}

// A Target says where a destination leads.
type Target uint8

// The targets.
const (
	Relative  Target = iota // a path or an id, seen from the page
	Fragment                // a place on the page itself: "#name"
	External                // http, https or mailto
	Forbidden               // any other scheme, "//host", a path from the root of a host
)

// TargetOf returns where a destination leads. Browsers take a backslash for a
// slash and drop control characters, so both are forbidden.
func TargetOf(destination string) Target {
	if strings.ContainsFunc(destination, func(r rune) bool { return r < ' ' || r == '\\' || r == 0x7f }) {
		return Forbidden
	}
	scheme, _, hasScheme := strings.Cut(destination, ":")
	switch {
	case strings.HasPrefix(destination, "#"):
		return Fragment
	case strings.HasPrefix(strings.TrimLeft(destination, " "), "/"):
		return Forbidden
	case !hasScheme || strings.ContainsAny(scheme, "/?#"):
		return Relative
	}
	switch strings.ToLower(scheme) {
	case "http", "https", "mailto":
		return External
	}
	return Forbidden
}

// address returns what a link to destination has as its href, or why it has
// none. The problem has no place yet.
func (o Options) address(destination string) (string, *Problem) {
	switch TargetOf(destination) {
	case External, Fragment:
		return destination, nil
	case Forbidden:
		return "", &Problem{
			Code:    "bad-link",
			Message: fmt.Sprintf("a link to %q is not made", destination),
			Help:    "link to http, https or mailto, to an id, or to a file by its path from here",
		}
	}
	return o.resolve(destination)
}

// picture is address for the source of an image.
func (o Options) picture(destination string) (string, *Problem) {
	if TargetOf(destination) != Relative {
		return "", &Problem{
			Code:    "external-resource",
			Message: fmt.Sprintf("the picture %q is not a file of the site", destination),
			Help:    "put the picture beside the page and write its name",
		}
	}
	return o.resolve(destination)
}

func (o Options) resolve(destination string) (string, *Problem) {
	if o.Resolve == nil {
		return destination, nil
	}
	href, ok := o.Resolve(destination)
	if !ok || TargetOf(href) == Forbidden {
		return "", &Problem{Code: "bad-link", Message: fmt.Sprintf("a link to %q leads nowhere", destination)}
	}
	return href, nil
}

// Check reports a text that passes a limit, or else every link and picture
// that HTML leaves out under the same options, in order.
func (d *Document) Check(opt Options) []Problem {
	if d.limit != nil {
		return []Problem{*d.limit}
	}
	var problems []Problem
	for _, link := range d.Links() {
		judge := opt.address
		if link.Image {
			judge = opt.picture
		}
		if _, problem := judge(link.Destination); problem != nil {
			problem.Span = link.Span
			problems = append(problems, *problem)
		}
	}
	return problems
}

// Links lists the links and pictures in the order of their ends.
func (d *Document) Links() []Link {
	if d.root == nil {
		return nil
	}
	f := linkFinder{source: d.source, base: d.base}
	f.visit(d.root, 0)
	return f.links
}

type linkFinder struct {
	source []byte
	base   int
	links  []Link
}

// visit lists the links within n and returns the offset at which the last
// text or destination within it ends; goldmark tells where a link begins, and
// not where its destination stands. A block may stand before the one that was
// visited last, for footnotes are visited at the end.
func (f *linkFinder) visit(n ast.Node, end int) int {
	if n.Type() == ast.TypeInline {
		end = max(end, n.Pos())
	} else {
		end = 0
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		end = f.visit(c, end)
	}
	switch n := n.(type) {
	case *ast.Text:
		return max(end, n.Segment.Stop)
	case *ast.Link:
		return f.add(n.Destination, n.Reference, n.Pos(), end, false)
	case *ast.Image:
		return f.add(n.Destination, n.Reference, n.Pos(), end, true)
	case *ast.AutoLink:
		return f.addAutoLink(n)
	}
	return end
}

// add lists a link whose text begins at start and ends at end, before "]".
func (f *linkFinder) add(destination []byte, reference *ast.ReferenceLink, start, end int, image bool) int {
	span := text.Span{Start: start, End: referenceEnd(reference, min(end+len("]"), len(f.source)))}
	if reference == nil {
		open := end + bytes.IndexByte(f.source[end:], '(') + 1
		rest := bytes.TrimLeft(f.source[open:], " \t\n")
		from := len(f.source) - len(bytes.TrimPrefix(rest, []byte("<")))
		at := from + max(bytes.Index(f.source[from:], destination), 0)
		span = text.Span{Start: at, End: at + len(destination)}
	}
	f.links = append(f.links, Link{Destination: unescape(destination), Image: image, Span: f.shifted(span)})
	return span.End
}

// referenceEnd returns the end of "[text][label]", given that of "[text]".
func referenceEnd(reference *ast.ReferenceLink, end int) int {
	switch {
	case reference == nil:
	case reference.Type == ast.ReferenceLinkFull:
		end += len("[") + len(reference.Value) + len("]")
	case reference.Type == ast.ReferenceLinkCollapsed:
		end += len("[]")
	}
	return end
}

func (f *linkFinder) addAutoLink(n *ast.AutoLink) int {
	label := n.Label(f.source)
	start := n.Pos() + len("<")
	span := text.Span{Start: start, End: start + len(label)}
	f.links = append(f.links, Link{Destination: autoLinkDestination(n, f.source), Auto: true, Span: f.shifted(span)})
	return span.End
}

func (f *linkFinder) shifted(s text.Span) text.Span {
	return text.Span{Start: s.Start + f.base, End: s.End + f.base}
}

func autoLinkDestination(n *ast.AutoLink, source []byte) string {
	url := string(n.URL(source))
	if n.AutoLinkType == ast.AutoLinkEmail && TargetOf(url) != External {
		return "mailto:" + url
	}
	return url
}

// unescape resolves escapes and character references.
func unescape(s []byte) string {
	var b strings.Builder
	pieces(s, func(plain string, _, _ int) { b.WriteString(plain) })
	return b.String()
}
