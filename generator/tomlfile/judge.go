package tomlfile

import (
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"factsheet/generator/text"
)

// judge asks BurntSushi/toml what is wrong with the statement that the walk
// left at an offset. It sees no more than that statement up to the end of the
// line, and nothing that has not been scanned. Where it finds nothing wrong,
// the words of the walk's parser stand.
func judge(f *text.File, statement, at, limit int, said string) (x fault) {
	x = fault{span: text.Span{Start: at, End: min(at+1, lineEnd(f.Data, at))}, message: lowerFirst(said)}
	defer func() { _ = recover() }() // its lexer and parser panic where they doubt themselves
	var ignored map[string]any
	end := max(at, min(limit, lineEnd(f.Data, at)))
	_, err := toml.Decode(string(f.Data[statement:end]), &ignored)
	found, ok := errors.AsType[toml.ParseError](err)
	if !ok {
		return x
	}
	start := min(statement+max(found.Position.Start, 0), len(f.Data))
	return fault{
		span:    text.Span{Start: start, End: min(start+max(found.Position.Len, 1), max(start, lineEnd(f.Data, start)))},
		message: lowerFirst(found.Message),
	}
}

func lowerFirst(s string) string {
	s = strings.TrimSuffix(s, ".")
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[size:]
}
