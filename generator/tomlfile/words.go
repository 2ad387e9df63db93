package tomlfile

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"factsheet/generator/diag"
)

// clip shortens an author's words to what a message has room for.
func clip(s string) string {
	const most = 60
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return strings.TrimRight(string([]rune(s)[:most-1]), " ") + "…"
}

// quoted returns a word in quotation marks for a message.
func quoted(s string) string { return Quote(clip(s)) }

// Quote writes text as a TOML string on one line, to be pasted: between double
// marks, or between single ones where that saves escapes. What TOML forbids is
// escaped, and so is what nobody sees and what turns round the order of its
// neighbours.
func Quote(s string) string {
	if !strings.ContainsFunc(s, diag.Deceives) && strings.ContainsAny(s, `"\`) && !strings.Contains(s, "'") {
		return "'" + s + "'"
	}
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case diag.Deceives(r):
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// quoteKey writes a part of a key as TOML wants it.
func quoteKey(s string) string {
	if s != "" && strings.IndexFunc(s, notBare) < 0 {
		return clip(s)
	}
	return quoted(s)
}

func notBare(r rune) bool {
	return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' || r == '_')
}

// pathOf writes a dotted key.
func pathOf(key []part) string {
	names := make([]string, len(key))
	for i, p := range key {
		names[i] = quoteKey(p.name)
	}
	return strings.Join(names, ".")
}

// named returns a dotted key in quotation marks for a message; one that holds
// such marks stands as it is.
func named(key []part) string {
	path := pathOf(key)
	if strings.ContainsAny(path, `"'`) {
		return path
	}
	return `"` + path + `"`
}
