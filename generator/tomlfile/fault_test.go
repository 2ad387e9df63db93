package tomlfile

import (
	"testing"

	"factsheet/generator/text"
)

// TestStopsShort cuts files off before the end of their last line, as half a save
// does: what is wrong is said in the same words, at a place that is there.
func TestStopsShort(t *testing.T) {
	for _, data := range []string{
		"title = [", "title = ", "title", "x = {", "x = { a", "x = { a = 1,", "x = [1,", "[[figures", "[[", "x = \"a", "x = 1_", "x.", "x=[#",
	} {
		_, found := Parse(text.NewFile("a.toml", []byte(data)))
		_, whole := Parse(text.NewFile("a.toml", []byte(data+"\n")))
		if len(found) != 1 || len(whole) != 1 || found[0].Message != whole[0].Message || found[0].Place.Span.Start != whole[0].Place.Span.Start {
			t.Errorf("%q: %v, with its line ended %v", data, found, whole)
			continue
		}
		if place := found[0].Place; string(place.File.Data) != data || place.Span.End > len(data) {
			t.Errorf("%q: a place at %v", data, place.Span)
		}
	}
}
