package build_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"factsheet/generator/build"
	"factsheet/generator/diag"
	"factsheet/layouts"
)

// A corpus is an invented project of any size: texts of about 3 KB with ten
// facts each, an actor for every ten texts. Its words are no words of any
// language, so that no sentence has a twin and no reader of values stumbles.
// The same numbers give the same bytes.
type corpus struct {
	random *rand.Rand
	facts  bytes.Buffer
}

// writeCorpus writes a project with n texts.
func writeCorpus(tb testing.TB, root string, n int) {
	tb.Helper()
	write := func(name string, data []byte) {
		name = filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			tb.Fatal(err)
		}
		if err := os.WriteFile(name, data, 0o666); err != nil {
			tb.Fatal(err)
		}
	}
	var sums bytes.Buffer
	write("site.toml", []byte(corpusSite))
	for i := range n {
		c := corpus{random: rand.New(rand.NewPCG(uint64(i), 1))}
		text := c.text(i)
		name := fmt.Sprintf("%05d.txt", i)
		write("seeds/"+name, []byte(text))
		fmt.Fprintf(&sums, "%x  %s\n", sha256.Sum256([]byte(text)), name)
		write(fmt.Sprintf("content/annotations/%02d/%05d.toml", i/100, i), c.facts.Bytes())
	}
	write("seeds/SHA256SUMS", sums.Bytes())
}

const corpusSite = `title = "An invented corpus"
[[sheets]]
name  = "figures"
kind  = "quantity"
title = "Figures"
[[sheets]]
name  = "dates"
kind  = "date"
title = "Dates"
[[sheets]]
name  = "claims"
kind  = "claim"
title = "Claims"
[[sheets]]
name  = "actors"
kind  = "actor"
title = "Actors"
`

// perActor is how many texts name one actor.
const perActor = 10

// text makes a text and writes its annotations.
func (c *corpus) text(i int) string {
	actor := fmt.Sprintf("actor-%d", i/perActor)
	name := properName(i / perActor)
	source := fmt.Sprintf("text-%d", i)
	fmt.Fprintf(&c.facts, `[[sources]]
id        = %q
seed      = "%05d.txt"
publisher = ""
title     = ""
published = "2031-06-01"
lang      = "en"
origins   = ["own"]
  [[sources.parts]]
  from = "1 June 2031"
  to   = "June 2031"
  role = "header"
`, source, i)
	var paragraphs []string
	for p := range 10 {
		sentences := []string{c.fact(p, source, actor, name)}
		for range 3 {
			sentences = append(sentences, c.sentence(11))
		}
		paragraphs = append(paragraphs, strings.Join(sentences, " "))
	}
	if i%perActor == 0 {
		fmt.Fprintf(&c.facts, "[[actors]]\nid       = %q\nname     = %q\nkind     = \"person\"\nevidence = [{ source = %q, quote = %q }]\n",
			actor, name, source, name+" said so at "+c.last(paragraphs))
		paragraphs = append(paragraphs, name+" said so at "+c.last(paragraphs)+".")
	}
	return "1 June 2031\n\n" + strings.Join(paragraphs, "\n\n") + "\n"
}

// last is the last word of the last paragraph.
func (c *corpus) last(paragraphs []string) string {
	words := strings.Fields(paragraphs[len(paragraphs)-1])
	return strings.Trim(words[len(words)-1], ".")
}

// fact makes a sentence and the fact that cites it: of ten, five figures,
// three dates and two claims.
func (c *corpus) fact(p int, source, actor, name string) string {
	id := fmt.Sprintf("%s-%d", source, p)
	var quote string
	switch {
	case p < 5:
		n, unit := 100+c.random.IntN(800), c.word()+"s"
		quote = fmt.Sprintf("%s said %d %s %s", name, n, unit, c.words(6))
		fmt.Fprintf(&c.facts, "[[figures]]\nid        = %q\nstatement = \"%d %s were counted.\"\nvalue     = %d\nunit      = %q\nevidence  = [{ source = %q, quote = %q, by = [%q] }]\n",
			id, n, unit, n, unit, source, quote, actor)
	case p < 8:
		day := 1 + c.random.IntN(28)
		quote = fmt.Sprintf("%s %s on %d May 2031", capital(c.word()), c.words(11), day)
		fmt.Fprintf(&c.facts, "[[dates]]\nid        = %q\nstatement = \"It was seen.\"\nwhen      = \"2031-05-%02d\"\nstatus    = \"happened\"\nevidence  = [{ source = %q, quote = %q }]\n",
			id, day, source, quote)
	default:
		quote = capital(c.words(9))
		fmt.Fprintf(&c.facts, "[[claims]]\nid        = %q\nstatement = \"It is so.\"\nevidence  = [{ source = %q, quote = %q }]\n", id, source, quote)
	}
	return quote + "."
}

func (c *corpus) sentence(n int) string { return capital(c.words(n)) + "." }

func (c *corpus) words(n int) string {
	list := make([]string, n)
	for i := range list {
		list[i] = c.word()
	}
	return strings.Join(list, " ")
}

const (
	consonants = "bdfgklmnprst"
	vowels     = "aeiou"
)

func (c *corpus) word() string {
	return syllables(c.random.IntN(len(consonants)), c.random.IntN(len(vowels)), c.random.IntN(len(vowels)), c.random.IntN(len(consonants)))
}

func syllables(a, b, c, d int) string {
	return string([]byte{consonants[a], vowels[b], 'z', 'v', vowels[c], consonants[d]})
}

// properName is a name of two words, another for every number.
func properName(n int) string {
	return capital(syllables(n%12, n/12%5, n/60%5, n/300%12)) + " " + capital(syllables(n/3600%12, 1, 2, n%12)) + "vik"
}

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// corpusOf is an invented project of n texts on disk.
func corpusOf(tb testing.TB, n int) build.Folders {
	tb.Helper()
	root := tb.TempDir()
	writeCorpus(tb, root, n)
	return projectOn(tb, root)
}

// TestCorpus sees that what the benchmarks build has no errors, and that every
// quote of it stands.
func TestCorpus(t *testing.T) {
	files, err := build.Read(corpusOf(t, 30), nil)
	if err != nil {
		t.Fatal(err)
	}
	s := build.Next(files, nil)
	if s.Errors() > 0 {
		t.Errorf("the corpus has errors:\n%.4000s", printed(onlyErrors(s.Found)))
	}
	if got := len(s.Dossier.Facts); got != 300 {
		t.Errorf("%d facts of 30 texts", got)
	}
	if size := len(s.Files.Seeds[0].File.Data); size < 2500 || size > 4000 {
		t.Errorf("a text has %d bytes", size)
	}
	if found := build.Check(context.Background(), s, layouts.FS); diag.Errors(found) > 0 {
		t.Errorf("its site has errors:\n%.4000s", printed(onlyErrors(found)))
	}
}

func onlyErrors(found []diag.Diagnostic) []diag.Diagnostic {
	var out []diag.Diagnostic
	for _, d := range found {
		if d.Severity == diag.Error {
			out = append(out, d)
		}
	}
	return out
}
