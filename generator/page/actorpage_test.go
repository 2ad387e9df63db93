package page

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// outline is an actor's page in short, a line a thing.
func outline(a Actor) []string {
	out := []string{a.Name + ": " + a.Who.Status}
	for _, n := range a.Who.Notes {
		for _, r := range n.Refs {
			out = append(out, n.Label+" "+r.Link)
		}
	}
	for _, r := range a.Reported {
		out = append(out, "origin of "+r.ID)
	}
	for _, day := range a.Says {
		for _, s := range day.List {
			out = append(out, a.SaysTitle+", "+day.Day+": "+s.Quote.Pieces[0]+" ("+s.Fact.ID+")")
		}
	}
	for _, l := range a.Lists {
		for _, e := range l.Entries {
			out = append(out, l.Title+" "+e.Ref.ID+": "+e.Summary)
		}
	}
	for _, r := range a.Named.Readings {
		out = append(out, a.NamedTitle+": "+r.Words)
	}
	return out
}

func TestActor(t *testing.T) {
	for id, want := range map[string][]string{
		"sailors": {
			"Two sailors: Unnamed; how many is not told; the name is a label of ours",
			"Probably the same as actors/lee.html",
			"What they say, 5 March 2031: Two sailors said it was full (full)",
		},
		"lee": {
			"Ann Lee: Person",
			"Part of actors/ministry.html",
			"Probably the same as actors/sailors.html",
			"What they say, 5 March 2031: Ann Lee denied it (full)",
			"What the texts call them: Ann Lee",
		},
		"wire": {
			"Harbour Wire: News outlet",
			"origin of herald",
			"What it says, 5 March 2031: Two sailors said it was full (full)",
			"What the texts call it: Harbour Wire",
		},
	} {
		t.Run(id, func(t *testing.T) {
			a, ok := book(t, Options{}).Actor(id)
			if !ok {
				t.Fatal("there is no such actor")
			}
			if diff := cmp.Diff(want, outline(a)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestActorDrafts(t *testing.T) {
	if _, ok := book(t, Options{}).Actor("ghost"); ok {
		t.Error("a draft has a page")
	}
	ghost, ok := book(t, Options{Drafts: true}).Actor("ghost")
	if !ok {
		t.Fatal("a draft has no page in the preview")
	}
	want := []string{"It: Thing", "Subject of full: ", "What the texts call it: It", "What the texts call it: It"}
	if diff := cmp.Diff(want, outline(ghost)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if b := book(t, Options{}); len(b.Actors()) != len(book(t, Options{Drafts: true}).Actors())-1 {
		t.Errorf("the actors are %v", b.Actors())
	}
}

func TestActorSaysByDay(t *testing.T) {
	const days = `-- site.toml --
title = "Days"
[[sheets]]
name = "claims"
kind = "claim"
title = "Claims"
-- seeds/a.txt --
One, said Ann. Two, said Ann. Three, said Ann.
-- content/annotations/a.toml --
[[sources]]
id = "paper"
seed = "a.txt"
publisher = ""
title = ""
published = ""
lang = "en"
[[actors]]
id = "ann"
name = "Ann"
kind = "person"
evidence = [{ source = "paper", quote = "One, said Ann" }]
[[claims]]
id = "first"
statement = "One."
evidence = [
  { source = "paper", quote = "One", by = ["ann"] },
  { source = "paper", quote = "Two", by = ["ann"], said = "2031-03-02" },
  { source = "paper", quote = "Three", by = ["ann"], said = "2031-03-01" },
]
`
	a, _ := New(link(t, days), nil, Options{}).Actor("ann")
	var got []string
	for _, day := range a.Says {
		got = append(got, day.Day+": "+day.List[0].Quote.Pieces[0])
	}
	if diff := cmp.Diff([]string{"1 March 2031: Three", "2 March 2031: Two", ": One"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
