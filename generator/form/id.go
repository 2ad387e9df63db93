package form

import (
	"net/url"
	"strings"
)

// IsID reports whether s is an id: small letters and digits in groups joined
// by single hyphens.
func IsID(s string) bool {
	for group := range strings.SplitSeq(s, "-") {
		if group == "" || strings.Trim(group, "abcdefghijklmnopqrstuvwxyz0123456789") != "" {
			return false
		}
	}
	return true
}

// Slug makes an id of a text: its ASCII letters and digits in lower case,
// every other run a hyphen. It is "" where nothing is left.
func Slug(s string) string {
	isNot := func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') }
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), isNot), "-")
}

// isAddress reports whether s is an address of the web: http or https, with a
// host.
func isAddress(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" && !strings.ContainsAny(s, " \t\n")
}
