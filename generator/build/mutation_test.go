package build_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"factsheet/generator/build"
	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/form"
	"factsheet/generator/quote"
	"factsheet/generator/text"
	"factsheet/generator/tomlfile"
)

// realRoot is this repository's own project.
const realRoot = "../.."

// projectOn is a project on disk.
func projectOn(t testing.TB, root string) build.Folders {
	t.Helper()
	sub := func(name string) fs.FS {
		if _, err := os.Stat(filepath.Join(root, name)); err != nil {
			return nil
		}
		return os.DirFS(filepath.Join(root, name))
	}
	return build.Folders{Root: os.DirFS(root), Seeds: sub("seeds"), Content: sub("content")}
}

// readReal reads this repository's annotations, which must be without errors.
func readReal(t testing.TB) *build.State {
	t.Helper()
	files, err := build.Read(projectOn(t, realRoot), nil)
	if err != nil {
		t.Fatal(err)
	}
	s := build.Next(files, nil)
	if s.Errors() > 0 {
		t.Fatalf("the project has errors:\n%s", printed(s.Found))
	}
	return s
}

// A mutant is a quote with one character replaced or left out.
type mutant struct {
	evidence *dossier.Evidence
	words    string
	at       text.Span // of the character in the quote as decoded
	with     string    // what stands there now
}

// mutants calls do for every mutant of a quote: each letter and digit replaced
// by others of its kind and by its other case, and each left out.
func mutants(e *dossier.Evidence, do func(mutant)) {
	words := e.Record.Quote.Value
	for i, r := range words {
		at := text.Span{Start: i, End: i + len(string(r))}
		for _, with := range instead(r) {
			do(mutant{e, words[:at.Start] + with + words[at.End:], at, with})
		}
	}
}

func instead(r rune) []string {
	switch {
	case '0' <= r && r <= '9':
		return []string{string('0' + (r-'0'+1)%10), string('0' + (r-'0'+5)%10), ""}
	case 'a' <= r && r <= 'z':
		return []string{string('a' + (r-'a'+1)%26), string('a' + (r-'a'+13)%26), string(unicode.ToUpper(r)), ""}
	case 'A' <= r && r <= 'Z':
		return []string{string('A' + (r-'A'+1)%26), string('A' + (r-'A'+13)%26), string(unicode.ToLower(r)), ""}
	case unicode.IsLetter(r) || unicode.IsDigit(r):
		return []string{"x", ""}
	}
	return nil
}

// stands reports, without the quote finder, whether words stand in a text:
// each piece between gaps in its folded form.
func stands(folded, words string) bool {
	for piece := range strings.SplitSeq(text.FoldString(words), " [...] ") {
		if !strings.Contains(folded, strings.TrimSpace(piece)) {
			return false
		}
	}
	return true
}

// TestEveryLetterCounts tries every position of every quote of this
// repository: a quote with another letter or digit, or one less, is not found,
// but for words that stand in the text as well.
func TestEveryLetterCounts(t *testing.T) {
	tried, alsoStand, within := 0, 0, 0
	eachEvidence(readReal(t), func(e *dossier.Evidence) {
		mutants(e, func(m mutant) {
			tried++
			found := quote.Find(e.Source.Text, quote.Parse(m.words, e.Record.Prefix.Value, e.Record.Suffix.Value))
			switch {
			case len(found) == 0:
			case stands(e.Source.Text.View.Text, m.words):
				alsoStand++
				if m.at.Start > 0 && m.at.End < len(e.Record.Quote.Value) {
					within++
				}
			default:
				t.Errorf("%s: %q is found in %s", place(e), m.words, e.Source.ID)
			}
		})
	})
	t.Logf("%d mutants, of which %d stand in the text as well, %d of these with another letter within", tried, alsoStand, within)
	if tried == 0 || within > tried/1000 {
		t.Errorf("of %d mutants %d stand in the text as well", tried, alsoStand)
	}
}

func eachEvidence(s *build.State, do func(*dossier.Evidence)) {
	for _, item := range s.Dossier.Items() {
		for _, e := range item.Cited() {
			do(e)
		}
	}
}

func place(e *dossier.Evidence) string { return e.Record.Place(e.Record.Quote).String() }

// TestMutantsAreReported takes some of the mutants through the whole pipeline:
// each gives an error at its quote's line and column.
func TestMutantsAreReported(t *testing.T) {
	s := readReal(t)
	var all []mutant
	eachEvidence(s, func(e *dossier.Evidence) {
		mutants(e, func(m mutant) {
			if !stands(e.Source.Text.View.Text, m.words) {
				all = append(all, m)
			}
		})
	})
	for _, m := range sample(all, 60) {
		r := m.evidence.Record
		at := tomlfile.Locate(r.File, r.Quote.Span, m.at)
		found := withEdit(s, r.File, at, m.with).Found
		if !slices.ContainsFunc(found, func(d diag.Diagnostic) bool {
			return d.Severity == diag.Error && d.Place.String() == place(m.evidence)
		}) {
			t.Errorf("%s: %q gives no error there:\n%s", place(m.evidence), m.words, printed(found))
		}
	}
}

// sample takes n members of a list, spread evenly over it.
func sample[T any](list []T, n int) []T {
	var out []T
	for i := range min(n, len(list)) {
		out = append(out, list[i*len(list)/min(n, len(list))])
	}
	return out
}

// withEdit is the state of a project after one edit of one annotation file.
func withEdit(s *build.State, f *text.File, at text.Span, with string) *build.State {
	files := *s.Files
	files.Annotations = slices.Clone(files.Annotations)
	i := slices.Index(files.Annotations, f)
	files.Annotations[i] = text.NewFile(f.Path, slices.Concat(f.Data[:at.Start], []byte(with), f.Data[at.End:]))
	return build.Next(&files, s)
}

// A word is a key, an id or a word of a closed list in an annotation file.
type word struct {
	file *text.File
	span text.Span
	code string // of the finding when it is misspelt
	help string // of that finding
}

// slip is a word with its first two characters swapped, or one more where they
// are the same.
func slip(s string) string {
	if s[0] == s[1] {
		return s[:1] + s
	}
	return s[1:2] + s[:1] + s[2:]
}

// closed are the keys whose values are words of a closed list.
var closed = []string{"kind", "role", "hedge", "status", "lines"}

// words lists what can be misspelt in the annotations: every key, every word
// of a closed list but the roles of actors, which are free, and every id that
// something refers to.
func words(t *testing.T, s *build.State) []word {
	t.Helper()
	var list []word
	for _, f := range s.Files.Annotations {
		table, found := tomlfile.Parse(f)
		if len(found) > 0 {
			t.Fatal(printed(found))
		}
		for _, e := range table.Entries {
			for _, item := range e.Value.Items {
				list = append(list, wordsOf(f, e.Key, item.Table)...)
			}
		}
	}
	add := func(place diag.Place, ref form.Reference) {
		if _, ok := s.Dossier.Lookup(ref.Text.Value); ok { // "own" and dates are no ids
			list = append(list, word{place.File, ref.Text.Span, "unknown-id", ref.Text.Value})
		}
	}
	for _, src := range s.Dossier.Sources {
		for _, ref := range src.References {
			add(src.Record.Place(ref.Text), ref)
		}
	}
	for _, item := range s.Dossier.Items() {
		for _, ref := range item.Refs() {
			add(item.Place(ref.Text), ref)
		}
	}
	return list
}

func wordsOf(f *text.File, record string, t *tomlfile.Table) []word {
	var list []word
	for _, e := range t.Entries {
		list = append(list, word{f, e.KeySpan, "unknown-key", e.Key})
		if slices.Contains(closed, e.Key) && (e.Key != "role" || record != "actors") {
			list = append(list, word{f, e.Value.Content, "bad-value", fmt.Sprintf("%s = %q", e.Key, e.Value.Text)})
		}
		for _, item := range e.Value.Items {
			if item.Table != nil {
				list = append(list, wordsOf(f, e.Key, item.Table)...)
			}
		}
	}
	return list
}

// TestMisspeltWordsAreReported misspells keys, ids and words of closed lists,
// each kind of them where it stands first, last and in between: each gives a
// finding at its place with the word that was meant.
func TestMisspeltWordsAreReported(t *testing.T) {
	s := readReal(t)
	byHelp := map[string][]word{}
	var order []string
	for _, w := range words(t, s) {
		key := w.code + " " + w.help
		if w.code == "unknown-id" {
			key = w.code
		}
		if byHelp[key] == nil {
			order = append(order, key)
		}
		byHelp[key] = append(byHelp[key], w)
	}
	tried := 0
	for _, key := range order {
		n := 2
		if key == "unknown-id" {
			n = 40
		}
		for _, w := range sample(byHelp[key], n) {
			tried++
			misspell(t, s, w)
		}
	}
	if tried < 100 {
		t.Errorf("only %d words were tried", tried)
	}
}

func misspell(t *testing.T, s *build.State, w word) {
	t.Helper()
	misspelt := slip(w.file.Slice(w.span))
	found := withEdit(s, w.file, w.span, misspelt).Found
	at := diag.Place{File: w.file, Span: w.span}.String()
	i := slices.IndexFunc(found, func(d diag.Diagnostic) bool { return d.Code == w.code && d.Place.String() == at })
	if i < 0 {
		t.Errorf("%s: %q gives no %s:\n%s", at, misspelt, w.code, printed(found))
	} else if found[i].Help != w.help {
		t.Errorf("%s: %q proposes %q, not %q", at, misspelt, found[i].Help, w.help)
	}
}

// TestEveryIDIsProposed sees that of every id that anything refers to, a
// misspelt form is no id and leads back to it.
func TestEveryIDIsProposed(t *testing.T) {
	s := readReal(t)
	tried := 0
	for _, item := range s.Dossier.Items() {
		for _, ref := range item.Refs() {
			id := ref.Text.Value
			if _, ok := s.Dossier.Lookup(id); !ok || len(id) < 3 {
				continue
			}
			tried++
			if near, _ := diag.Nearest(slip(id), s.Dossier.Names(ref.Spaces)); near != id {
				t.Errorf("%s: %q leads to %q, not to %q", item.Place(ref.Text), slip(id), near, id)
			}
		}
	}
	if tried == 0 {
		t.Error("no id was tried")
	}
}
