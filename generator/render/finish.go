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
func finish(page []byte, a addresses) []byte {
	out := make([]byte, 0, len(page)+len(page)/16+1024)
	var p policy
	head := 0
	for {
		i := bytes.IndexByte(page, '<')
		if i < 0 {
			break
		}
		end := i + tagEnd(page[i:])
		tag := page[i:end]
		out = a.appendTag(append(out, page[:i]...), tag)
		page = page[end:]
		switch name := tagName(tag); name {
		case "head":
			head = len(out)
		case "script", "style":
			raw := rawText(page, name)
			p.add(name, raw)
			out = append(out, raw...)
			page = page[len(raw):]
		}
	}
	out = append(out, page...)
	return slices.Insert(out, head, []byte(p.meta())...)
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
func (a addresses) appendTag(out, tag []byte) []byte {
	link := tagName(tag) == "a"
	for {
		name, start, end := nextValue(tag)
		if start == 0 {
			return append(out, tag...)
		}
		out = append(out, tag[:start]...)
		if name != "" {
			out = a.append(out, tag[start:end], link)
		} else {
			out = append(out, tag[start:end]...)
		}
		tag = tag[end:]
	}
}

// nextValue returns where the first value of an attribute in the rest of a tag
// stands, and the attribute's name if it holds an address. A start of 0 means
// that there is no value.
func nextValue(tag []byte) (name string, start, end int) {
	eq := bytes.IndexByte(tag, '=')
	if eq < 0 || eq+1 == len(tag) {
		return "", 0, 0
	}
	begin := bytes.LastIndexAny(tag[:eq], " \t\n\r\"'") + 1
	name = among(tag[begin:eq], "href", "src")
	start = eq + 1
	closing := " \t\n\r>"
	if q := tag[start]; q == '"' || q == '\'' {
		start++
		closing = string(q)
	}
	end = bytes.IndexAny(tag[start:], closing)
	if end < 0 {
		return name, start, len(tag)
	}
	return name, start, start + end
}

// A policy collects what of a page's own scripts and styles it must allow.
type policy struct{ scripts, styles strings.Builder }

// add allows the text of an inline script or style sheet, by its hash.
func (p *policy) add(name string, text []byte) {
	if len(text) == 0 {
		return
	}
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
