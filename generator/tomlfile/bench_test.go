package tomlfile

import (
	"fmt"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"factsheet/generator/text"
)

// annotations is a file of 500 figures with two evidences each.
func annotations() []byte {
	var b strings.Builder
	for i := range 500 {
		fmt.Fprintf(&b, `[[figures]]
id        = "moved-night-%d"
statement = "More than %d people were moved to shelters in the night."
measure   = "people-moved"
value     = %d
hedge     = "over"
who       = ["lower-town-residents"]
as_of     = "2031-03-05"
evidence  = [
  { source = "valley-post", quote = "more than %d residents of the lower town were moved overnight, among them 40 patients", reads = "more than %d", by = ["river-office"] },
  { source = "daily-star", quote = "over %d people from the \"lower town\" spent the night in shelters — the school and the hall" },
]

`, i, 1000+i, 1000+i, 1000+i, 1000+i, 1000+i)
	}
	return []byte(b.String())
}

func BenchmarkParse(b *testing.B) {
	data := annotations()
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, found := Parse(text.NewFile("a.toml", data)); len(found) > 0 {
			b.Fatal(found[0].Message)
		}
	}
}

// BenchmarkScan is the part of Parse that holds the limits.
func BenchmarkScan(b *testing.B) {
	data := annotations()
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		s := newScanner(data, 0)
		if s.scan(len(data)); s.fault != nil {
			b.Fatal(s.fault.message)
		}
	}
}

// BenchmarkBurntSushi is the peer: the same file, without places.
func BenchmarkBurntSushi(b *testing.B) {
	data := string(annotations())
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		var values map[string]any
		if _, err := toml.Decode(data, &values); err != nil {
			b.Fatal(err)
		}
	}
}
