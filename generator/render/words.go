package render

import (
	"fmt"
	"html/template"
	"reflect"
	"regexp"
	"strings"
)

// printers are the functions of text/template that print words, which fail
// before they print more than there is room for.
func (m *meter) printers() template.FuncMap {
	return template.FuncMap{
		"print":    m.limited(fmt.Sprint),
		"println":  m.limited(fmt.Sprintln),
		"html":     m.limited(template.HTMLEscaper),
		"js":       m.limited(template.JSEscaper),
		"urlquery": m.limited(template.URLQueryEscaper),
		"printf":   m.printf,
	}
}

// limited counts what a function is given, and what it makes of that, which is
// a few times as much at the most.
func (m *meter) limited(print func(...any) string) func(...any) (string, error) {
	return func(args ...any) (string, error) {
		for _, arg := range args {
			if err := m.take(length(arg)); err != nil {
				return "", err
			}
		}
		words := print(args...)
		return words, m.take(len(words))
	}
}

// take takes some bytes of what there is room for.
func (m *meter) take(n int) error {
	err := m.room(n)
	m.words -= n
	return err
}

// room says that there is none for some bytes more, if so.
func (m *meter) room(n int) error {
	if n > m.words {
		return fault{fmt.Sprintf("with this call a page makes more than %d bytes of words", maxWords), "print each part where it stands on the page"}
	}
	return nil
}

// length is how many bytes a value has when it is printed.
func length(v any) int {
	if s := reflect.ValueOf(v); s.Kind() == reflect.String {
		return s.Len()
	}
	return len(fmt.Sprint(v))
}

// wide finds a width or precision of more than three digits, or one that comes
// from the operands: a format of a few bytes could make a million of them.
var wide = regexp.MustCompile(`%[-+# 0-9.\[\]]*([1-9][0-9]{3}|\*)`)

// printf fails before it prints what its format might make of its operands.
func (m *meter) printf(format string, args ...any) (string, error) {
	verbs := strings.ReplaceAll(format, "%%", "")
	if wide.MatchString(verbs) {
		return "", fault{"a width of more than three digits, or of *, cannot be had in a layout", "write a smaller number into the format"}
	}
	longest := 1000
	for _, arg := range args {
		longest = max(longest, length(arg))
	}
	if err := m.room(len(format) + longest*strings.Count(verbs, "%")); err != nil {
		return "", err
	}
	words := fmt.Sprintf(format, args...)
	return words, m.take(len(words))
}
