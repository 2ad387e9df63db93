package markdown

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// allowed lists the attributes of each element that may stand in our HTML.
var allowed = map[string]string{
	"p": "", "br": "", "hr": "", "blockquote": "", "ul": "", "ol": "start", "li": "id", "pre": "", "code": "class",
	"em": "", "strong": "", "del": "", "sup": "id", "section": "class role", "img": "src alt title", "a": "href title role aria-label",
	"h1": "id", "h2": "id", "h3": "id", "h4": "id", "h5": "id", "h6": "id",
	"table": "", "thead": "", "tbody": "", "tr": "", "th": "class", "td": "class",
}

// check holds HTML to elements that close in order, to the attributes above,
// to good targets and to ids that are unique, and returns its text.
func check(t testing.TB, page string) string {
	t.Helper()
	var open []string
	var seen strings.Builder
	ids := make(map[string]bool)
	for z := html.NewTokenizer(strings.NewReader(page)); ; {
		switch kind := z.Next(); kind {
		case html.ErrorToken:
			if len(open) > 0 {
				t.Errorf("%v never closed in %q", open, page)
			}
			return seen.String()
		case html.TextToken:
			seen.WriteString(z.Token().Data)
		case html.StartTagToken:
			token := z.Token()
			checkElement(t, token, ids)
			if name := token.Data; name != "br" && name != "hr" && name != "img" {
				open = append(open, name)
			}
		case html.EndTagToken:
			name := z.Token().Data
			if len(open) == 0 || open[len(open)-1] != name {
				t.Fatalf("</%s> after %v in %q", name, open, page)
			}
			open = open[:len(open)-1]
		default:
			t.Errorf("%s in %q", kind, page)
		}
	}
}

func checkElement(t testing.TB, token html.Token, ids map[string]bool) {
	t.Helper()
	attributes, known := allowed[token.Data]
	if !known {
		t.Errorf("element %s", token)
	}
	for _, a := range token.Attr {
		if !strings.Contains(" "+attributes+" ", " "+a.Key+" ") {
			t.Errorf("attribute %s of %s", a.Key, token.Data)
		}
		switch a.Key {
		case "id":
			if ids[a.Val] {
				t.Errorf("id %q twice", a.Val)
			}
			ids[a.Val] = true
		case "href":
			checkAddress(t, a.Val)
		case "src":
			if TargetOf(a.Val) != Relative {
				t.Errorf("picture from %q", a.Val)
			}
		}
	}
}

// checkAddress judges an address as a browser does, which skips white space
// and control characters.
func checkAddress(t testing.TB, address string) {
	t.Helper()
	address = strings.ToLower(strings.Map(func(r rune) rune {
		if r <= ' ' {
			return -1
		}
		return r
	}, address))
	if strings.HasPrefix(address, "/") || strings.HasPrefix(address, `\`) {
		t.Errorf("link to %q", address)
	}
	scheme, _, found := strings.Cut(address, ":")
	if found && !strings.ContainsAny(scheme, "/?#") && scheme != "http" && scheme != "https" && scheme != "mailto" {
		t.Errorf("link to %q", address)
	}
}

// words is text without regard to white space.
func words(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r < 0x80 && isSpace(byte(r)) }), " ")
}

func seeds(f *testing.F) {
	for _, source := range commonTexts {
		f.Add(source)
	}
	for _, tt := range escapes {
		f.Add(tt.text)
	}
	for _, archive := range goldens(f, "testdata/html/*.txtar") {
		f.Add(string(archive.Files[0].Data))
	}
	for _, tt := range attacks {
		f.Add(tt.make(30))
	}
}

// FuzzHTML reads a text as a page.
func FuzzHTML(f *testing.F) {
	seeds(f)
	f.Add("---\ntitle: x\n---\ny")
	f.Add("\ufeff---\r\ntitle: 'x' # y\n")
	f.Add("[^1]:[^1][![](a)]()\n>)")
	f.Fuzz(func(t *testing.T, source string) { checkPage(t, source) })
}

// checkPage is FuzzHTML for one text.
func checkPage(t testing.TB, source string) {
	page, problems := HTML([]byte(source), Options{})
	check(t, string(page))
	for _, p := range problems {
		if p.Span.Start < 0 || p.Span.Start > p.Span.End || p.Span.End > len(source) || p.Message == "" {
			t.Errorf("problem %+v", p)
		}
	}
	checkLinks(t, source, Parse([]byte(source)))
	checkPlain(t, source)
	checkFront(t, source)
}

// spaced makes spaces of line breaks, as ParseInline does.
var spaced = strings.NewReplacer("\n", " ", "\r", " ")

// checkLinks reads each destination again at its place, or finds a reference
// there.
func checkLinks(t testing.TB, source string, d *Document) {
	t.Helper()
	for _, l := range d.Links() {
		if l.Span.Start < 0 || l.Span.Start > l.Span.End || l.Span.End > len(source) {
			t.Fatalf("link %+v in %d bytes", l, len(source))
		}
		there := source[l.Span.Start:l.Span.End]
		isThere := strings.HasPrefix(there, "[") || strings.HasPrefix(there, "![") // a reference
		if l.Auto {
			isThere = there == l.Destination || "mailto:"+there == l.Destination
		} else if !isThere {
			isThere = spaced.Replace(unescape([]byte(there))) == spaced.Replace(l.Destination)
		}
		if !isThere {
			t.Errorf("%q stands where the link to %q should, in %q", there, l.Destination, source)
		}
	}
}

// FuzzInline reads a text as a field of an annotation, and as words to be shown
// as they are.
func FuzzInline(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, source string) { checkInline(t, source) })
}

// checkInline is FuzzInline for one text.
func checkInline(t testing.TB, source string) {
	checkEscape(t, source)
	seen := check(t, Inline(source, Options{}))
	mapped := PlainMap(source)
	if got := Plain(source); got != mapped.Text {
		t.Errorf("plain %q, mapped %q", got, mapped.Text)
	}
	if !strings.Contains(source, "![") && words(tokenized(mapped.Text)) != words(seen) {
		t.Errorf("plain %q, seen %q", mapped.Text, seen)
	}
	checkMap(t, source, mapped)
	checkLinks(t, source, ParseInline(source))
}

// tokenized returns text as the tokenizer of package html reads it.
func tokenized(s string) string {
	z := html.NewTokenizer(strings.NewReader(string(appendEscaped(nil, s))))
	if z.Next() == html.ErrorToken {
		return ""
	}
	return z.Token().Data
}

// checkMap holds every byte of plain text to a place in the source, in order.
func checkMap(t testing.TB, source string, m Mapped) {
	t.Helper()
	last := 0
	for i := range len(m.Text) {
		at := m.at(i)
		if at.Start < last || at.End < at.Start || at.End > len(source) {
			t.Fatalf("byte %d of %q stands at %v of %q", i, m.Text, at, source)
		}
		if c := source[min(at.Start, len(source)-1)]; at.Len() == 1 && c != m.Text[i] && c != 0 && !isSpace(c) {
			t.Fatalf("byte %d of %q is %q in %q", i, m.Text, source[at.Start], source)
		}
		last = at.Start
	}
}
