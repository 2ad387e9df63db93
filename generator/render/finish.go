package render

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"slices"
	"strings"
)

// finish makes the addresses of a page relative and puts its policy right
// after <head>. The page is what html/template printed: text and values of
// attributes hold no quotation mark, "<" or ">" of their own, and there are no
// comments.
func finish(page []byte, a addresses) []byte { return rewrite(page, a.appendTag, (*policy).meta) }

// rewrite returns a page with its tags rewritten and, right after <head>, what
// its policy is in the page.
func rewrite(page []byte, appendTag func(out []byte, tag piece) []byte, element func(*policy) string) []byte {
	out := make([]byte, 0, len(page)+len(page)/16+1024)
	var allowed policy
	head := 0
	for p := range pieces(page) {
		if p.kind == tagPiece {
			if out = appendTag(out, p); p.name == "head" {
				head = len(out)
			}
			continue
		}
		if p.kind == rawPiece {
			allowed.add(p.name, p.data)
		}
		out = append(out, p.data...)
	}
	return slices.Insert(out, head, []byte(element(&allowed))...)
}

// tagEnd returns the offset behind the ">" of a tag, which may hold others in
// quotation marks.
func tagEnd(tag []byte) int {
	for i := 0; i < len(tag); i++ {
		switch c := tag[i]; c {
		case '>':
			return i + 1
		case '"', '\'':
			n := bytes.IndexByte(tag[i+1:], c)
			if n < 0 {
				return len(tag)
			}
			i += n + 1
		}
	}
	return len(tag)
}

// tagName returns the name of a tag if it is one of those that matter.
func tagName(tag []byte) string {
	end := 1
	for end < len(tag) && isLetter(tag[end]) {
		end++
	}
	return among(tag[min(1, len(tag)):end], "a", "head", "script", "style")
}

// among returns which of some names this is, in letters of either case, or "".
func among(name []byte, names ...string) string {
	for _, known := range names {
		if len(known) == len(name) && strings.EqualFold(known, string(name)) {
			return known
		}
	}
	return ""
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// rawText is what stands before the closing tag of a script or style sheet.
func rawText(page []byte, name string) []byte {
	for end := 0; ; end++ {
		i := bytes.Index(page[end:], []byte("</"))
		if i < 0 {
			return page
		}
		end += i
		if tagName(page[end+1:]) == name {
			return page[:end]
		}
	}
}

// appendTag appends a tag with its addresses made relative.
func (a addresses) appendTag(out []byte, tag piece) []byte {
	at := 0
	for x := range attributes(tag.data) {
		if among(x.name, "href", "src") != "" {
			out = a.append(append(out, tag.data[at:x.start]...), x.value, tag.name == "a")
			at = x.start + len(x.value)
		}
	}
	return append(out, tag.data[at:]...)
}

// A policy collects what of a page's own scripts and styles it must allow.
type policy struct{ scripts, styles strings.Builder }

// add allows the text of an inline script or style sheet, by its hash.
func (p *policy) add(name string, text []byte) {
	list := &p.scripts
	if name == "style" {
		list = &p.styles
	}
	sum := sha256.Sum256(text)
	list.WriteString(" 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'")
}

// meta returns the element of the policy. Nothing leaves the site; a page may
// ask the site itself, or else tools that read robots.txt in its name cannot.
func (p *policy) meta() string {
	return "\n" + `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'` + p.scripts.String() +
		`; style-src 'self'` + p.styles.String() + `; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'">`
}

// single returns the element of the policy for a page that holds all of itself,
// with the mark by which this program knows the file again.
func (p *policy) single() string {
	return "\n" + `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src` + p.scripts.String() +
		`; style-src` + p.styles.String() + `; img-src data:; base-uri 'none'; form-action 'none'">` + "\n" + SingleMark
}

// SingleMark stands near the beginning of every site in one file.
const SingleMark = `<meta name="generator" content="factsheet, a site in one file">`
