package build_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"factsheet/generator/build"
	"factsheet/generator/dossier"
	"factsheet/generator/lang"
	"factsheet/generator/quantity"
)

// TestNothingIsFoundByName takes every name and alias of this repository's
// annotations that has three letters or more, and sees that none stands as a
// whole word in the program, its layouts or what it begins a project with.
// Tests and the tables of languages may have them, and the program may speak of
// "two sources", as everybody does.
func TestNothingIsFoundByName(t *testing.T) {
	table, _ := lang.For("en")
	var all []string
	for _, a := range readReal(t).Dossier.Actors {
		for _, name := range append(a.Spellings(), a.Record.Name.Value) {
			if len(name) >= 3 && len(quantity.ReadVoices(name, table)) == 0 {
				all = append(all, name)
			}
		}
	}
	files := 0
	eachProgramFile(t, func(path, content string) {
		files++
		for _, name := range all {
			if i := wholeWord(content, name); i >= 0 {
				t.Errorf("%s has %q, a name of the seeds: %q", path, name, content[max(0, i-30):min(len(content), i+30)])
			}
		}
	})
	if len(all) < 100 || files < 100 {
		t.Errorf("looked for %d names in %d files", len(all), files)
	}
}

// eachProgramFile calls do with what is in the binary: the program's own Go
// files, the layouts, and the files of a new project.
func eachProgramFile(t *testing.T, do func(path, content string)) {
	t.Helper()
	for _, root := range []string{"main.go", "generator", "layouts"} {
		err := filepath.WalkDir(filepath.Join(realRoot, root), func(path string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case d.IsDir() && d.Name() == "testdata":
				return filepath.SkipDir
			case d.IsDir() || strings.HasSuffix(path, "_test.go"):
				return nil
			}
			isGo, inLayouts := strings.HasSuffix(path, ".go"), root == "layouts"
			if isStarter := strings.Contains(filepath.ToSlash(path), "/starter/"); !isGo && !inLayouts && !isStarter {
				return nil
			}
			data, err := os.ReadFile(path)
			if err == nil {
				do(path, string(data))
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// wholeWord returns where words stand in a text, neither beginning nor ending
// inside a word, or -1.
func wholeWord(s, words string) int {
	for from := 0; ; {
		i := strings.Index(s[from:], words)
		if i < 0 {
			return -1
		}
		start, end := from+i, from+i+len(words)
		if !isLetterAt(s, start-1) && !isLetterAt(s, end) {
			return start
		}
		from = start + 1
	}
}

func isLetterAt(s string, i int) bool {
	return 0 <= i && i < len(s) && (s[i] == '_' || s[i] >= 0x80 || unicode.IsLetter(rune(s[i])) || unicode.IsDigit(rune(s[i])))
}

// TestOtherNamesAndDates exchanges the names and dates of three corpora
// throughout, in texts and annotations alike: the proper names for invented
// words, the peoples for other ones, and all years for those 28 years later,
// whose days have the same weekdays. The rules find nothing then either.
func TestOtherNamesAndDates(t *testing.T) {
	for _, g := range gardens(t) {
		t.Run(g.name, func(t *testing.T) {
			t.Parallel()
			x := newExchange(t, g)
			fsys := x.project()
			fsys["seeds/SHA256SUMS"] = &fstest.MapFile{Data: sums(fsys)}
			files, err := build.Read(folders(t, fsys), nil)
			if err != nil {
				t.Fatal(err)
			}
			s := build.Next(files, nil)
			if len(s.Found) > 0 {
				t.Errorf("with other names and dates there are findings:\n%s", printed(s.Found))
			}
			if len(s.Dossier.Facts) != len(g.state.Dossier.Facts) || len(x.words) < 10 {
				t.Errorf("%d facts of %d, %d names exchanged", len(s.Dossier.Facts), len(g.state.Dossier.Facts), len(x.words))
			}
			for word := range x.words {
				for name, f := range fsys {
					if i := wholeWord(strings.ToLower(string(f.Data)), word); i >= 0 {
						t.Fatalf("%s still has %q", name, word)
					}
				}
			}
		})
	}
}

// An exchange gives names other words, in small letters.
type exchange struct {
	g     *garden
	words map[string]string
}

var properWord = regexp.MustCompile(`[A-Z][A-Za-z]{2,}`)

// newExchange finds the words of the names of actors that are names: those
// that stand with a capital in the texts, hardly ever without, and in no table
// of the language but that of peoples.
func newExchange(t *testing.T, g *garden) *exchange {
	t.Helper()
	table, _ := lang.For("en")
	x := &exchange{g: g, words: map[string]string{}}
	var texts strings.Builder
	for _, seed := range g.state.Dossier.Seeds {
		texts.Write(seed.File.Data)
	}
	all := texts.String()
	spare := slices.DeleteFunc(peoples(t), func(p string) bool { return wholeWord(all, p) >= 0 })
	for _, a := range g.state.Dossier.Actors {
		for _, word := range properWord.FindAllString(strings.Join(append(a.Spellings(), a.Record.Name.Value), " "), -1) {
			small := strings.ToLower(word)
			isPeople := table.Is(word, lang.Demonym)
			isName := table.Tokens(word)[0].Word == nil && 3*count(all, small) < count(all, word)+count(all, strings.ToUpper(word))
			switch {
			case x.words[small] != "":
			case isPeople:
				i := slices.IndexFunc(spare, func(p string) bool { return like(p, word) })
				x.words[small] = strings.ToLower(spare[i])
				spare = slices.Delete(spare, i, i+1)
			case isName:
				x.words[small] = invented(len(x.words), small)
			}
		}
	}
	return x
}

// peoples are the words of the table for peoples.
func peoples(t *testing.T) []string {
	t.Helper()
	data, err := os.ReadFile("../lang/en.txt")
	if err != nil {
		t.Fatal(err)
	}
	_, after, _ := strings.Cut(string(data), "[demonym]\n")
	section, _, _ := strings.Cut(after, "\n\n")
	return regexp.MustCompile(`[A-Z][a-z]{4,}`).FindAllString(section, -1)
}

// like reports whether two words go with the same article and are both
// singular or both plural.
func like(a, b string) bool {
	return isVowel(a[0]) == isVowel(b[0]) && strings.HasSuffix(a, "s") == strings.HasSuffix(b, "s") && strings.HasSuffix(a, "ese") == strings.HasSuffix(b, "ese")
}

func isVowel(c byte) bool { return strings.IndexByte("AEIOUaeiou", c) >= 0 }

// count counts a word in a text, whole.
func count(s, word string) (n int) {
	for i := wholeWord(s, word); i >= 0; i = wholeWord(s, word) {
		n++
		s = s[i+len(word):]
	}
	return n
}

// invented is a word that no language has, of which an article and a plural
// are those of another one.
func invented(n int, like string) string {
	word := syllables(n%12, n/12%5, n/5%5, n/3%12) + string(consonants[n%12])
	if isVowel(like[0]) {
		word = "o" + word
	}
	if strings.HasSuffix(like, "s") {
		word += "s"
	}
	return word
}

const (
	consonants = "bdfgklmnprst"
	vowels     = "aeiou"
)

func syllables(a, b, c, d int) string {
	return string([]byte{consonants[a], vowels[b], 'z', 'v', vowels[c], consonants[d]})
}

var (
	anyWord = regexp.MustCompile(`[A-Za-z]+`)
	year    = regexp.MustCompile(`\b(19[1-9]|20[0-9])[0-9]\b`)
)

// project is the project with other names and dates.
func (x *exchange) project() fstest.MapFS {
	fsys := fstest.MapFS{}
	add := func(path string, data []byte) { fsys[path] = &fstest.MapFile{Data: []byte(x.text(string(data)))} }
	add("site.toml", x.g.state.Files.Config.Data)
	for _, f := range x.g.state.Files.Annotations {
		add(f.Path, f.Data)
	}
	for _, seed := range x.g.state.Dossier.Seeds {
		add(dossier.SeedDir+"/"+x.text(seed.Name), seed.File.Data)
	}
	return fsys
}

func (x *exchange) text(s string) string {
	s = anyWord.ReplaceAllStringFunc(s, func(word string) string {
		other, ok := x.words[strings.ToLower(word)]
		switch {
		case !ok:
			return word
		case word == strings.ToUpper(word):
			return strings.ToUpper(other)
		case unicode.IsUpper(rune(word[0])):
			return withCapital(other)
		}
		return other
	})
	return year.ReplaceAllStringFunc(s, func(y string) string {
		n, _ := strconv.Atoi(y)
		return fmt.Sprint(n + 28)
	})
}
