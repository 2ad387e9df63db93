package render

import (
	"slices"
	"testing"

	"factsheet/generator/page"
	"factsheet/generator/text"
	"factsheet/layouts"
)

func benchmarkPage(b *testing.B, p Page) {
	l := parsed(b, layouts.FS)
	b.SetBytes(int64(len(rendered(b, l, p))))
	b.ReportAllocs()
	for b.Loop() {
		rendered(b, l, p)
	}
}

// A sheet of 50 facts.
func BenchmarkSheet(b *testing.B) {
	p := pages()["sheet"]
	sheet := p.Value.(page.Sheet)
	sheet.Sections = slices.Repeat(sheet.Sections, 50)
	p.Value = sheet
	benchmarkPage(b, p)
}

// A source of 100 paragraphs.
func BenchmarkSource(b *testing.B) {
	p := pages()["source"]
	source := p.Value.(page.Source)
	source.Passages = slices.Clone(source.Passages)
	source.Passages[1].Paragraphs = slices.Repeat(source.Passages[1].Paragraphs, 100)
	p.Value = source
	benchmarkPage(b, p)
}

func BenchmarkFinish(b *testing.B) {
	l, p := parsed(b, layouts.FS), pages()["source"]
	in := rendered(b, l, p)
	b.SetBytes(int64(len(in)))
	b.ReportAllocs()
	for b.Loop() {
		finish(in, newAddresses(p))
	}
}

func BenchmarkParse(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		parsed(b, layouts.FS)
	}
}

// Layouts of the project are counted as well.
func BenchmarkParseOwn(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		parsed(b, layouts.FS, text.NewFile("layouts/notfound.html", []byte(`{{define "main"}}<h1>Gone</h1>{{end}}`)))
	}
}

// What every page costs, whatever it shows.
func BenchmarkShell(b *testing.B) { benchmarkPage(b, pages()["notfound"]) }
