package markdown

import (
	"strings"

	"github.com/yuin/goldmark/util"
)

// Escape returns Markdown that shows s and nothing else, on code hosts, in
// Hugo and in Obsidian: a line of text, with a space for each run of white
// space and none at its ends. It may stand at the start of a line, after
// other text, and in a cell of a table. Where one of them finds a meaning, the
// bytes get a backslash:
//
//	\ ` * _ [ ] < { | ~ $ ^ #        anywhere
//	%% and == and &name;             Obsidian's comments and marks; references
//	:name:                           emoji
//	://, www. and a@b                addresses that become links by themselves
//	- + > = :, 1. and 1)             at the start of a line
//	!                                at the end, before a link that may follow
//
// Not all can be helped: Hugo's typographer bends quotation marks, and code
// hosts link e-mail addresses and show emoji all the same.
func Escape(s string) string {
	s = oneLine(s)
	b := make([]byte, 0, len(s)+8)
	start := startMark(s)
	for i := range len(s) {
		switch {
		case s[i] == 0:
			b = append(b, "\ufffd"...)
			continue
		case i == start || always[s[i]] || sometimes[s[i]] && needsEscape(s, i):
			b = append(b, '\\')
		}
		b = append(b, s[i])
	}
	return string(b)
}

// oneLine returns s with a space for each run of white space and none at its
// ends. Spaces that are more than that, such as those that do not break, stay.
func oneLine(s string) string {
	isBreak := func(r rune) bool { return r < 0x80 && isSpace(byte(r)) }
	return strings.Join(strings.FieldsFunc(s, isBreak), " ")
}

var always, sometimes = setOf("\\`*_[]<{|~$^#"), setOf("%=&:.@!")

func setOf(chars string) (set [256]bool) {
	for i := range len(chars) {
		set[chars[i]] = true
	}
	return set
}

// needsEscape judges the bytes that have a meaning only beside others.
func needsEscape(s string, i int) bool {
	before, after := s[:i], s[i+1:]
	switch s[i] {
	case '%', '=':
		return strings.HasPrefix(after, s[i:i+1]) || strings.HasSuffix(before, s[i:i+1])
	case '&':
		return after != "" && (after[0] == '#' || isAlphaNumeric(after[0]))
	case ':':
		return strings.HasPrefix(after, "//") || endsEmoji(before) || beginsEmoji(after)
	case '.':
		return len(before) >= 3 && strings.EqualFold(before[len(before)-3:], "www")
	case '@':
		return before != "" && after != "" && isAlphaNumeric(before[len(before)-1]) && isAlphaNumeric(after[0])
	}
	return after == "" // '!'
}

// startMark returns the index of the byte that would make a list, a quote or
// the like of a line, or -1.
func startMark(s string) int {
	if s != "" && strings.IndexByte("-+>=:", s[0]) >= 0 {
		return 0
	}
	digits := len(s) - len(strings.TrimLeft(s, "0123456789"))
	if 1 <= digits && digits <= 9 && digits < len(s) && (s[digits] == '.' || s[digits] == ')') {
		if digits+1 == len(s) || s[digits+1] == ' ' {
			return digits
		}
	}
	return -1
}

// beginsEmoji reports whether s begins with a name and a colon.
func beginsEmoji(s string) bool {
	name, _, found := strings.Cut(s, ":")
	return found && isEmojiName(name)
}

// endsEmoji reports whether s ends with a colon and a name.
func endsEmoji(s string) bool {
	i := strings.LastIndexByte(s, ':')
	return i >= 0 && isEmojiName(s[i+1:])
}

const longestEmoji = 50

func isEmojiName(s string) bool {
	if s == "" || len(s) > longestEmoji {
		return false
	}
	letters := 0
	for i := range len(s) {
		switch {
		case util.IsNumeric(s[i]) || strings.IndexByte("_+-", s[i]) >= 0:
		case isAlphaNumeric(s[i]):
			letters++
		default:
			return false
		}
	}
	return letters > 0 || s == "+1" || s == "-1"
}

func isAlphaNumeric(c byte) bool { return util.IsAlphaNumeric(c) }
