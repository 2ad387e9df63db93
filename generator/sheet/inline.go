package sheet

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"factsheet/generator/markdown"
	"factsheet/generator/page"
)

// inline returns an author's inline Markdown with the addresses of its links
// as the printer has them. What means something to other tools and nothing to
// this program (tags, shortcodes, formulas, hashtags) is escaped, and so are
// brackets that make no link here; a link that leads nowhere is only its text.
func (p *printer) inline(in page.Inline) string {
	return rewrite(in.Text, func(id string) (string, bool) {
		ref, ok := in.Ref(id)
		if !ok {
			return "", false
		}
		return p.links(ref), true
	})
}

// rewrite is readdress, but for what would then be read as another text: of that
// it is the text alone. In "!![](x)[a](gate)" a picture leaves its "!" to a link.
func rewrite(text string, resolve func(id string) (address string, isID bool)) string {
	out, plain := readdress(text, resolve), markdown.Plain(text)
	if !slices.Equal(strings.Fields(markdown.Plain(out)), strings.Fields(plain)) {
		return markdown.Escape(plain)
	}
	return out
}

// readdress is inline Markdown with the addresses that resolve gives to ids.
func readdress(text string, resolve func(id string) (address string, isID bool)) string {
	line := strings.Trim(breaks.Replace(text), " \t")
	source := strings.ReplaceAll(line, "\t", " ")
	w := inlineWriter{source: source, line: line, links: map[int]markdown.Link{}, resolve: resolve}
	for _, l := range markdown.ParseInline(source).Links() {
		w.links[l.Span.Start] = l
	}
	w.write()
	return strings.Join(w.out, "")
}

// breaks makes a line of a text, byte for byte: a break is a space there.
var breaks = strings.NewReplacer("\n", " ", "\v", " ", "\f", " ", "\r", " ")

// An inlineWriter copies inline Markdown from left to right.
type inlineWriter struct {
	source  string
	line    string                // source with its tabs, which code spans keep: no space is taken for one at their ends
	links   map[int]markdown.Link // by the start of their destination
	resolve func(id string) (address string, isID bool)
	out     []string // each opening bracket, and each "!", by itself
	open    []int    // which of out are brackets that were opened and not closed
}

func (w *inlineWriter) write() {
	for i := 0; i < len(w.source); {
		i = w.next(i)
	}
	for len(w.open) > 0 {
		w.out[w.close()] = `\[`
	}
}

// close returns which of out is the bracket that was opened last, and forgets
// it.
func (w *inlineWriter) close() int {
	last := len(w.open) - 1
	opened := w.open[last]
	w.open = w.open[:last]
	return opened
}

// next copies what stands at an offset and returns the offset after it.
func (w *inlineWriter) next(i int) int {
	rest := w.source[i:]
	switch c := rest[0]; c {
	case ' ':
		w.add(" ") // for all that follow, too: only those of a code span are shown
		return i + len(rest) - len(strings.TrimLeft(rest, " "))
	case '\\':
		if len(rest) == 1 {
			w.add(`\`) // nothing that follows is escaped by it
		}
		return w.copy(i, min(2, len(rest)))
	case '`':
		return w.code(i)
	case '<':
		if l, ok := w.links[i+1]; ok && l.Auto {
			return w.autoLink(l)
		}
	case '[':
		w.open = append(w.open, len(w.out))
		return w.copy(i, 1)
	case ']':
		return w.closing(i)
	}
	if isForeign(w.source, i) {
		w.add(`\`)
	}
	return w.copy(i, 1)
}

func (w *inlineWriter) add(s string) { w.out = append(w.out, s) }

func (w *inlineWriter) copy(i, n int) int {
	w.add(w.source[i : i+n])
	return i + n
}

// isForeign reports whether a byte begins what other tools would read.
func isForeign(s string, i int) bool {
	switch s[i] {
	case '<', '{', '|', '$', '^':
		return true
	case '#':
		return i == 0 || s[i-1] != '&' // not of a character reference
	case '%', '=':
		return i+1 < len(s) && s[i+1] == s[i] || i > 0 && s[i-1] == s[i]
	}
	return false
}

// autoLink copies an address in angle brackets. No escape helps within it, so
// what holds a shortcode becomes text, with the brackets of one that leads nowhere.
func (w *inlineWriter) autoLink(l markdown.Link) int {
	start, end := l.Span.Start-len("<"), l.Span.End+len(">")
	shown := w.source[start:end]
	if !strings.Contains(shown, "{{") {
		return w.copy(start, end-start)
	}
	if markdown.TargetOf(l.Destination) == markdown.External {
		shown = w.source[l.Span.Start:l.Span.End]
	}
	w.add(apart(markdown.Escape(shown), w.source[:start], w.source[end:]))
	return end
}

// code copies a code span; a run of backticks that opens none becomes text. No
// escape helps within one, so what holds a shortcode becomes text as well.
func (w *inlineWriter) code(i int) int {
	rest := w.source[i:]
	fence := rest[:len(rest)-len(strings.TrimLeft(rest, "`"))]
	for from := len(fence); ; {
		n := strings.Index(rest[from:], fence)
		if n < 0 {
			w.add(strings.Repeat("\\`", len(fence)))
			return i + len(fence)
		}
		start := from + n
		run := len(rest[start:]) - len(strings.TrimLeft(rest[start:], "`"))
		from = start + run
		if run != len(fence) {
			continue
		}
		if content := w.line[i+len(fence) : i+start]; strings.Contains(content, "{{") {
			w.add(apart(spaced(content), w.source[:i], w.source[i+from:]))
			return i + from
		}
		w.add(w.line[i : i+from])
		return i + from
	}
}

// spaced is what a code span shows, as text: of the spaces at its ends one on
// both sides is not shown.
func spaced(content string) string {
	if inner, ok := strings.CutPrefix(content, " "); ok && strings.HasSuffix(inner, " ") {
		content = inner[:len(inner)-1]
	}
	words := strings.Trim(content, " \t")
	before, after, _ := strings.Cut(content, words)
	return one(before) + markdown.Escape(words) + one(after)
}

// apart is text in the place of a code span or an address in angle brackets. Its
// ends are character references where they could mean something to what stands
// beside them, as backticks and "<" never do: "&" and ";" are punctuation to
// emphasis, as those are.
func apart(text, before, after string) string {
	_, n := utf8.DecodeRuneInString(text)
	if endsIn(before, delimiters) || text[0] != ' ' && before != "" && !endsIn(before, " (") {
		text = referenceTo(text[:n]) + text[n:]
	}
	if struck, ok := strings.CutSuffix(text, `\~`); ok && strings.HasPrefix(after, "~") {
		return struck + "&#126;" // even an escaped "~" keeps the next from ending a deletion
	}
	_, n = utf8.DecodeLastRuneInString(text)
	if endsIn(text, "&") || after != "" && strings.Contains(delimiters, after[:1]) {
		text = text[:len(text)-n] + referenceTo(text[len(text)-n:])
	}
	return text
}

const delimiters = "*_~"

func endsIn(s, any string) bool { return s != "" && strings.Contains(any, s[len(s)-1:]) }

// referenceTo is a character of a text as a reference, or as it is if it is
// punctuation of ASCII, which may be escaped already, or no character at all.
func referenceTo(char string) string {
	r, _ := utf8.DecodeRuneInString(char)
	if r == utf8.RuneError || r < utf8.RuneSelf && r != ' ' && r != '&' && !unicode.IsLetter(r) && !unicode.IsDigit(r) {
		return char
	}
	return fmt.Sprintf("&#%d;", r)
}

// one is a space for any number of spaces and tabs.
func one(blanks string) string { return " "[:min(1, len(blanks))] }

// closing copies a closing bracket and the address of the link that it ends.
func (w *inlineWriter) closing(i int) int {
	link, end, ok := w.linkAt(i)
	if !ok || len(w.open) == 0 {
		if len(w.open) > 0 {
			w.out[w.close()] = `\[`
		}
		w.add(`\`)
		return w.copy(i, 1)
	}
	opened := w.close()
	address, isID := w.resolve(link.Destination)
	if !isID && markdown.TargetOf(link.Destination) == markdown.External {
		address = link.Destination
	}
	if address == "" || link.Image {
		w.unlink(opened)
		return end
	}
	w.add("](" + markdown.Destination(address) + ")")
	return end
}

// linkAt returns the link whose text ends with the bracket at an offset, and
// where it ends.
func (w *inlineWriter) linkAt(i int) (link markdown.Link, end int, ok bool) {
	after, ok := strings.CutPrefix(w.source[i:], "](")
	if !ok {
		return link, 0, false
	}
	start := i + len("](")
	first := start + len(after) - len(strings.TrimLeft(after, " "))
	for _, at := range [...]int{first, first + len("<"), start} {
		if link, ok = w.links[at]; ok {
			break
		}
	}
	if !ok || link.Auto {
		return link, 0, false
	}
	n := tail(w.source[link.Span.End:])
	return link, link.Span.End + n, n > 0
}

// tail returns the length of what ends a link after its destination: a title,
// if any, and the closing bracket; 0 where there is none.
func tail(s string) int {
	rest := strings.TrimLeft(strings.TrimPrefix(s, ">"), " ")
	if strings.HasPrefix(rest, ")") {
		return len(s) - len(rest) + 1
	}
	end := strings.IndexAny("\"'(", rest[:min(1, len(rest))])
	if end < 0 {
		return 0
	}
	for i := 1; i < len(rest); i++ {
		switch rest[i] {
		case '\\':
			i++
		case "\"')"[end]:
			after := strings.TrimLeft(rest[i+1:], " ")
			if !strings.HasPrefix(after, ")") {
				return 0
			}
			return len(s) - len(after) + 1
		}
	}
	return 0
}

// unlink takes back the bracket, and the mark of a picture, with which a link
// was opened.
func (w *inlineWriter) unlink(opened int) {
	w.out[opened] = ""
	if opened > 0 && w.out[opened-1] == "!" {
		w.out[opened-1] = ""
	}
}
