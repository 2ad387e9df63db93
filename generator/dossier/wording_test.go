package dossier

import (
	"fmt"
	"testing"

	"factsheet/generator/annotation"
	"factsheet/generator/config"
	"factsheet/generator/text"
)

const gate = "The gate was shut before the rain came down on us.\n"

const site = `title = "The flood"
[[sheets]]
name = "claims"
kind = "claim"
title = "Claims"
`

// input is a project of texts, each a source.
func input(t *testing.T, title string, seeds ...*Seed) Input {
	t.Helper()
	site, found := config.Read(text.NewFile(config.Path, []byte(site)))
	if len(found) > 0 {
		t.Fatal(found[0].Message)
	}
	toml := ""
	for i, s := range seeds {
		toml += fmt.Sprintf("[[sources]]\nid = \"s%d\"\nseed = %q\npublisher = \"\"\ntitle = %q\npublished = \"\"\nlang = \"en\"\n", i, s.Name, title)
	}
	records, found := annotation.Read(text.NewFile(annotation.Dir+"/a.toml", []byte(toml)), site)
	if len(found) > 0 {
		t.Fatal(found[0].Message)
	}
	return Input{Site: site, Records: []*annotation.Records{records}, Seeds: seeds}
}

func newSeed(name, words string) *Seed {
	return &Seed{Name: name, File: text.NewFile("seeds/"+name, []byte(words))}
}

// TestWordingIsTakenOver sees that texts are read and matched again only where
// a text is another one, also when all records are new.
func TestWordingIsTakenOver(t *testing.T) {
	a, b := newSeed("a.txt", gate), newSeed("b.txt", "Rain. "+gate)
	first := Link(input(t, "", a, b), nil)
	if len(first.Wording.Clusters) != 1 {
		t.Fatalf("%d clusters", len(first.Wording.Clusters))
	}
	second := Link(input(t, "Rain", a, b), first)
	if second.Sources[0] == first.Sources[0] || second.Sources[0].Text != first.Sources[0].Text || second.Wording != first.Wording {
		t.Error("records that are new cost reading and matching their texts again")
	}
	third := Link(input(t, "Rain", a, newSeed("b.txt", "Snow.\n")), second)
	if third.Sources[0].Reuse != first.Sources[0].Reuse || len(third.Wording.Clusters) != 0 {
		t.Error("a text that is new is not matched, or costs reading the others again")
	}
}

func TestSharedAt(t *testing.T) {
	d := Link(input(t, "", newSeed("a.txt", gate), newSeed("b.txt", "Rain.\n\n"+gate)), nil)
	s, p := d.SharedAt(d.Wording.Clusters[0].Places[1])
	if s != d.Source("s1") || p != s.Parts[0] {
		t.Errorf("%s", s.ID)
	}
}
