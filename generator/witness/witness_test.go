package witness

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"factsheet/generator/annotation"
	"factsheet/generator/config"
	"factsheet/generator/dossier"
	"factsheet/generator/edtf"
	"factsheet/generator/form"
	"factsheet/generator/quote"
	"factsheet/generator/text"
)

const site = `title = "The flood"
[[sheets]]
name = "claims"
kind = "claim"
title = "Claims"
`

const records = `
[[sources]]
id = "post"
seed = "a.txt"
publisher = "Valley Post"
title = ""
published = "2031-03-05"
lang = "en"
origins = ["own"]
[[sources]]
id = "star"
seed = "b.txt"
publisher = "Daily Star"
title = ""
published = "2031-03-06"
lang = "en"
shares = ["post"]
  [[sources.parts]]
  id = "star-wire"
  from = "Rain fell"
  origins = ["wire", "wire-desk", "the-post"]
[[sources]]
id = "echo"
seed = "c.txt"
publisher = ""
title = ""
published = "2031-03-06"
lang = "en"
origins = ["own"]
[[actors]]
id = "the-post"
name = "Post"
aliases = ["Valley Post"]
kind = "media"
[[actors]]
id = "wire"
name = "Wire"
kind = "media"
[[actors]]
id = "wire-desk"
name = "Wire desk"
kind = "media"
likely = "wire"
[[actors]]
id = "office"
name = "office"
kind = "organisation"
part_of = "lee"
evidence = [{ source = "post", quote = "rose" }]
[[actors]]
id = "lee"
name = "Lee"
kind = "person"
part_of = "office"
evidence = [{ source = "post", quote = "rose" }]
[[actors]]
id = "dunn"
name = "Dunn"
kind = "person"
part_of = "lee"
because = "So that nobody counts twice."
evidence = [{ source = "post", quote = "rose" }]
`

func bench(t *testing.T) (*Bench, *dossier.Dossier) {
	t.Helper()
	site, found := config.Read(text.NewFile(config.Path, []byte(site)))
	if len(found) > 0 {
		t.Fatal(found[0].Message)
	}
	read, found := annotation.Read(text.NewFile(annotation.Dir+"/a.toml", []byte(records)), site)
	if len(found) > 0 {
		t.Fatal(found[0].Message)
	}
	in := dossier.Input{Site: site, Records: []*annotation.Records{read}}
	for name, words := range map[string]string{
		"a.txt": "The water rose.\n",
		"b.txt": "The water rose.\n\nRain fell, the Wire reports.\n",
		"c.txt": "Snow fell.\n",
	} {
		in.Seeds = append(in.Seeds, &dossier.Seed{Name: name, File: text.NewFile("seeds/"+name, []byte(words))})
	}
	d := dossier.Link(in, nil)
	return New(d), d
}

func TestOrigins(t *testing.T) {
	b, d := bench(t)
	wire := d.Part("star-wire")
	for _, c := range []struct {
		part *dossier.Part
		want []string
	}{
		{d.Source("post").Parts[0], []string{"the-post"}},
		{wire, []string{"wire", "the-post"}},
		{d.Source("star").Parts[0], nil},
		{d.Source("echo").Parts[0], []string{"own: echo"}},
	} {
		if diff := cmp.Diff(c.want, b.Origins(c.part)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.part.Source.ID, diff)
		}
	}
	if !b.Credits(wire, "wire") || b.Credits(wire, "the-post") {
		t.Error("the passage names the wire and not the post")
	}
	if !b.CommonOrigin(wire, d.Source("post").Parts[0]) || b.CommonOrigin(wire, d.Source("echo").Parts[0]) {
		t.Error("own words of the post are the post's, those of the echo its own")
	}
}

func TestDeclaredSame(t *testing.T) {
	b, d := bench(t)
	post, star, wire := d.Source("post").Parts[0], d.Source("star").Parts[0], d.Part("star-wire")
	if !b.DeclaredSame(post, star) || b.DeclaredSame(post, wire) {
		t.Error("the star shares wording with the post, its part does not")
	}
	kin := func(p, q *dossier.Part) bool {
		return slices.ContainsFunc(b.Kin(p), func(k any) bool { return slices.Contains(b.Kin(q), k) })
	}
	if !kin(post, star) || !kin(post, wire) || kin(post, d.Source("echo").Parts[0]) {
		t.Error("kin are passages that share, or have an origin in common")
	}
}

// TestSameVoice sees that actors who are part of one another are one voice,
// and that a circle of them ends.
func TestSameVoice(t *testing.T) {
	b, _ := bench(t)
	for _, c := range []struct {
		x, y string
		want bool
	}{
		{"wire", "wire-desk", true},
		{"wire", "the-post", false},
		{"office", "lee", true},
		{"dunn", "office", true},
		{"office", "wire", false},
		{"nobody", "wire", false},
	} {
		if got := b.SameVoice(c.x, c.y); got != c.want {
			t.Errorf("%s, %s: %v", c.x, c.y, got)
		}
	}
}

// TestTogether groups what is told of one wording, of one origin and day, by
// one voice; what nothing ties stands alone.
func TestTogether(t *testing.T) {
	b, d := bench(t)
	passage := func(source string, part *dossier.Part, by ...string) *dossier.Evidence {
		r := &annotation.Evidence{Addition: new(annotation.Addition)}
		for _, id := range by {
			r.By = append(r.By, form.Text{Value: id})
		}
		return &dossier.Evidence{Record: r, Source: d.Source(source), Part: part}
	}
	post := passage("post", d.Source("post").Parts[0])
	star := passage("star", d.Source("star").Parts[0])
	wire := passage("star", d.Part("star-wire"), "lee")
	echo := passage("echo", d.Source("echo").Parts[0])
	dunn := passage("echo", d.Source("echo").Parts[0], "dunn")
	for _, c := range []struct {
		name string
		list []*dossier.Evidence
		want [][]*dossier.Evidence
	}{
		{"shared wording", []*dossier.Evidence{post, echo, star}, [][]*dossier.Evidence{{post, star}, {echo}}},
		{"one origin on two days", []*dossier.Evidence{post, wire}, [][]*dossier.Evidence{{post}, {wire}}},
		{"one voice", []*dossier.Evidence{wire, star, dunn}, [][]*dossier.Evidence{{wire, dunn}, {star}}},
		{"nothing", nil, nil},
	} {
		if got := b.Together(c.list); !slices.EqualFunc(got, c.want, slices.Equal) {
			t.Errorf("%s: %d groups, want %d", c.name, len(got), len(c.want))
		}
	}
}

// TestTold counts the reports behind everything: an origin on two days told
// two, on a day that may be the other's one or two.
func TestTold(t *testing.T) {
	b, d := bench(t)
	told := func(dates ...string) []*dossier.Evidence {
		var out []*dossier.Evidence
		for _, date := range dates {
			day, err := edtf.Parse(date)
			if err != nil {
				t.Fatal(err)
			}
			part := *d.Part("star-wire")
			part.Dated = day
			out = append(out, &dossier.Evidence{
				Record: &annotation.Evidence{Addition: new(annotation.Addition), By: []form.Text{{Value: "lee"}}},
				Role:   "supports", Source: d.Source("star"), Part: &part, Matches: make([]quote.Match, 1),
			})
		}
		return out
	}
	uncredited := told("2031-03-07")
	uncredited[0].Record = &annotation.Evidence{Addition: new(annotation.Addition)}
	for _, c := range []struct {
		list []*dossier.Evidence
		want Range
	}{
		{told("2031-03-06", "2031-03-06"), Range{2, 2}}, // the wire and the post
		{told("2031-03-06", "2031-03-07"), Range{4, 4}},
		{told("2031-03-06", "[2031-03-01..2031-03-06]"), Range{2, 4}},
		{uncredited, Range{}},
	} {
		got, origins := b.Told(c.list)
		if got != c.want {
			t.Errorf("%d reports, want %d", got, c.want)
		}
		if want := []string{"wire", "the-post"}; c.want.Max > 0 && !slices.Equal(origins, want) {
			t.Errorf("by %q, want %q", origins, want)
		}
	}
}
