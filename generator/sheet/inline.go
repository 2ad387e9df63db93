package sheet

import (
	"strings"

	"factsheet/generator/markdown"
	"factsheet/generator/page"
)

// inline returns an author's inline Markdown with the addresses of its links
// as the printer has them. What means something to other tools and nothing to
// this program (tags, shortcodes, formulas, hashtags) is escaped; a link that
// leads nowhere is only its text.
func (p *printer) inline(in page.Inline) string {
	source := strings.Join(strings.FieldsFunc(in.Text, isBreak), " ")
	w := inlineWriter{source: source, links: map[int]markdown.Link{}, resolve: func(id string) (string, bool) {
		ref, ok := in.Ref(id)
		if !ok {
			return "", false
		}
		return p.links(ref), true
	}}
	for _, l := range markdown.ParseInline(source).Links() {
		w.links[l.Span.Start] = l
	}
	w.write()
	return string(w.out)
}

func isBreak(r rune) bool { return r == ' ' || '\t' <= r && r <= '\r' }

// An inlineWriter copies inline Markdown from left to right.
type inlineWriter struct {
	source  string
	links   map[int]markdown.Link // by the start of their destination
	resolve func(id string) (address string, isID bool)
	out     []byte
	open    []int // where in out brackets were opened
}

func (w *inlineWriter) write() {
	for i := 0; i < len(w.source); {
		i = w.next(i)
	}
}

// next copies what stands at an offset and returns the offset after it.
func (w *inlineWriter) next(i int) int {
	rest := w.source[i:]
	switch c := rest[0]; c {
	case '\\':
		return w.copy(i, min(2, len(rest)))
	case '`':
		return w.code(i)
	case '<':
		if l, ok := w.links[i+1]; ok && strings.HasPrefix(rest[1:], l.Destination+">") {
			return w.copy(i, len(l.Destination)+2)
		}
	case '[':
		w.open = append(w.open, len(w.out))
		return w.copy(i, 1)
	case ']':
		return w.closing(i)
	}
	if isForeign(w.source, i) {
		w.out = append(w.out, '\\')
	}
	return w.copy(i, 1)
}

func (w *inlineWriter) copy(i, n int) int {
	w.out = append(w.out, w.source[i:i+n]...)
	return i + n
}

// isForeign reports whether a byte begins what other tools would read.
func isForeign(s string, i int) bool {
	switch s[i] {
	case '<', '{', '|', '$', '^', '#':
		return true
	case '%', '=':
		return i+1 < len(s) && s[i+1] == s[i] || i > 0 && s[i-1] == s[i]
	}
	return false
}

// code copies a code span, or a run of backticks that opens none. No escape
// helps within one, so what holds a shortcode becomes plain text.
func (w *inlineWriter) code(i int) int {
	rest := w.source[i:]
	fence := rest[:len(rest)-len(strings.TrimLeft(rest, "`"))]
	for from := len(fence); ; {
		n := strings.Index(rest[from:], fence)
		if n < 0 {
			return w.copy(i, len(fence))
		}
		start := from + n
		run := len(rest[start:]) - len(strings.TrimLeft(rest[start:], "`"))
		from = start + run
		if run != len(fence) {
			continue
		}
		if content := rest[len(fence):start]; strings.Contains(content, "{{") {
			w.out = append(w.out, markdown.Escape(content)...)
			return i + from
		}
		return w.copy(i, from)
	}
}

// closing copies a closing bracket and the address of the link that it ends.
func (w *inlineWriter) closing(i int) int {
	if len(w.open) == 0 {
		return w.copy(i, 1)
	}
	opened := w.open[len(w.open)-1]
	w.open = w.open[:len(w.open)-1]
	link, end, ok := w.linkAt(i)
	if !ok {
		return w.copy(i, 1)
	}
	address, isID := w.resolve(link.Destination)
	if !isID && markdown.TargetOf(link.Destination) == markdown.External {
		address = link.Destination
	}
	if address == "" || link.Image {
		w.unlink(opened)
		return end
	}
	w.out = append(w.out, "]("+markdown.Destination(address)+")"...)
	return end
}

// linkAt returns the link whose text ends with the bracket at an offset, and
// where it ends.
func (w *inlineWriter) linkAt(i int) (link markdown.Link, end int, ok bool) {
	after, ok := strings.CutPrefix(w.source[i:], "](")
	if !ok {
		return link, 0, false
	}
	start := len(w.source) - len(strings.TrimLeft(after, " "))
	link, ok = w.links[start]
	if !ok && start < len(w.source) && w.source[start] == '<' {
		link, ok = w.links[start+1]
	}
	if !ok {
		return link, 0, false
	}
	close := strings.IndexByte(w.source[link.Span.End:], ')')
	return link, link.Span.End + close + 1, close >= 0
}

// unlink takes back the bracket, and the mark of a picture, with which a link
// was opened.
func (w *inlineWriter) unlink(opened int) {
	text := append([]byte(nil), w.out[opened+1:]...)
	if opened > 0 && w.out[opened-1] == '!' {
		opened--
	}
	w.out = append(w.out[:opened], text...)
}
