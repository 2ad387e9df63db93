package text

import "strings"

// List joins words as a sentence does: "a", "a or b", "a, b or c".
func List(words []string, conjunction string) string {
	n := len(words)
	if n < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:n-1], ", ") + " " + conjunction + " " + words[n-1]
}
