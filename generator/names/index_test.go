package names

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"factsheet/generator/lang"
)

var actors = []Named{
	{"vantor", []string{"Ilse Vantor", "Vantor", "Commander Vantor"}},
	{"hale-city", []string{"Port Hale"}},
	{"hale-government", []string{"Port Hale", "Port Hale's government"}},
	{"hale-council", []string{"Port Hale Council", "the council"}},
	{"ministry", []string{"the ministry", "Ministry of Sea Transport"}},
	{"two-drivers", []string{"Two drivers"}},
	{"us", []string{"U.S.", "US"}},
	{"brien", []string{"Brien"}},
	{"assembly", []string{"Assemblée"}},
	{"jose", []string{"José Éluard"}},
	{"tiger", []string{`"Tiger" squad`}},
	{"f-16", []string{"F-16"}},
	{"nobody", []string{"", "?!"}},
	{"water-office", []string{"水道局"}},
	{"anna", []string{"アンナ・リー"}},
	{"ann", []string{"アン"}},
	{"divers", []string{"Divers"}},
	{"divers-union", []string{"Divers' Union"}},
}

func TestFind(t *testing.T) {
	x := NewIndex(actors)
	tests := []struct {
		text string
		want string // each mention as words=ids
	}{
		{"", ""},
		{"Ilse Vantor spoke. Vantor's words.", "Ilse Vantor=vantor Vantor=vantor"},
		{"Vantors and Vantorian, preVantor", ""},
		{"Port Hale Council met in Port Hale", "Port Hale Council=hale-council Port Hale=hale-city,hale-government"},
		{"Port Hale's government and Port Hale's mayor", "Port Hale's government=hale-government Port Hale=hale-city,hale-government"},
		{"the Ministry of Sea Transport, the ministry", "Ministry of Sea Transport=ministry the ministry=ministry"},
		{"PORT HALE COUNCIL MEETS", "PORT HALE COUNCIL=hale-council"},
		{"The Council said, and the council did", "The Council=hale-council the council=hale-council"},
		{"the port hale road", ""},
		{"said two drivers. Two Drivers", "two drivers=two-drivers Two Drivers=two-drivers"},
		{"the U.S. and a US-led force told us", "U.S.=us US=us"},
		{"Mr O'Brien and Mr Brien", "Brien=brien"},
		{"l'Assemblée a voté", "Assemblée=assembly"},
		{"JOSÉ ÉLUARD, José Éluard", "JOSÉ ÉLUARD=jose José Éluard=jose"},
		{`the "Tiger" squad, a Tiger squad`, `"Tiger" squad=tiger`},
		{"two F-16s, one F-16, F 16", "F-16=f-16"},
		{"Commander Port Hale", "Port Hale=hale-city,hale-government"},
		{"Ilse\xff Vantor", "Vantor=vantor"},
		{"市の水道局は5日、アンナ・リー局長と発表した。", "水道局=water-office アンナ・リー=anna"},
		{"アンケートとアンの話", "アン=ann"},
		{"the Divers' Vantor and the Divers' Union", "Divers=divers Vantor=vantor Divers' Union=divers-union"},
	}
	for _, tt := range tests {
		var got []string
		for _, m := range x.Find(tt.text) {
			got = append(got, tt.text[m.Span.Start:m.Span.End]+"="+strings.Join(m.IDs, ","))
		}
		if diff := cmp.Diff(tt.want, strings.Join(got, " ")); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tt.text, diff)
		}
	}
}

func TestFindWithoutNames(t *testing.T) {
	if got := NewIndex(nil).Find("Port Hale"); got != nil {
		t.Errorf("an empty index finds %v", got)
	}
}

// FuzzFind looks in a text for a name that is known, and for what may be one.
func FuzzFind(f *testing.F) {
	en := english(f)
	f.Add("12345", "General of the Ada. Brook's")
	f.Add("abc", "Of-Of 'A'B. C-")
	f.Add("Port Hale", "the PORT HALE's men")
	f.Add(`"A`, `"a"A`)
	f.Add("ſ", "S s ſ")
	f.Fuzz(func(t *testing.T, name, s string) { checkFind(t, name, s, en) })
}

// checkFind is FuzzFind for a name and a text.
func checkFind(t testing.TB, name, s string, en *lang.Table) {
	x := NewIndex([]Named{{"a", []string{name}}, {"b", []string{name + " b", "b"}}})
	end := 0
	for _, m := range x.Find(s) {
		if m.Span.Start < end || m.Span.End <= m.Span.Start || m.Span.End > len(s) || len(m.IDs) == 0 {
			t.Fatalf("%q in %q: %v after %d", name, s, m, end)
		}
		end = m.Span.End
	}
	checkCandidates(t, s, len(name), en)
}

// corpus makes n actors and the texts that name them, alike in every run.
func corpus(actors, texts, size int) (list []Named, all []string) {
	rng := rand.New(rand.NewPCG(1, 2))
	syllables := strings.Fields("ba ke lo mi nu pra sto vel gan dor ti ul en ash or")
	name := func() string {
		var b strings.Builder
		for range 2 + rng.IntN(2) {
			b.WriteString(syllables[rng.IntN(len(syllables))])
		}
		return strings.ToUpper(b.String()[:1]) + b.String()[1:]
	}
	for i := range actors {
		given, family := name(), name()
		list = append(list, Named{fmt.Sprint("a", i), []string{given + " " + family, "Captain " + family, "the " + family + " office"}})
	}
	for range texts {
		var b strings.Builder
		for b.Len() < size {
			if rng.IntN(12) == 0 {
				of := list[rng.IntN(len(list))]
				b.WriteString(of.Names[rng.IntN(3)])
			} else {
				b.WriteString(strings.ToLower(name()))
			}
			b.WriteByte(' ')
		}
		all = append(all, b.String())
	}
	return list, all
}

// BenchmarkFind finds 10,000 actors by 30,000 spellings in texts of 3 KB.
func BenchmarkFind(b *testing.B) {
	list, texts := corpus(10_000, 1_000, 3_000)
	x := NewIndex(list)
	size := 0
	for _, s := range texts {
		size += len(s)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, s := range texts {
			x.Find(s)
		}
	}
}

func BenchmarkNewIndex(b *testing.B) {
	list, _ := corpus(10_000, 0, 0)
	for b.Loop() {
		NewIndex(list)
	}
}
