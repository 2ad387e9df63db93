package cli_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// block is a fenced block of the README with its language.
var block = regexp.MustCompile("(?ms)^```([a-z]*)\n(.*?)^```$")

// tutorial returns the blocks of the README's tutorial, in order.
func tutorial(t *testing.T) (blocks []string) {
	t.Helper()
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, section, ok := strings.Cut(string(readme), "\n## Tutorial")
	section, _, end := strings.Cut(section, "\n## ")
	if !ok || !end {
		t.Fatal("the README has no tutorial")
	}
	for _, m := range block.FindAllStringSubmatch(section, -1) {
		blocks = append(blocks, m[2])
	}
	return blocks
}

// TestTutorial does what the README's tutorial says, in an empty folder, with
// nothing but the program.
func TestTutorial(t *testing.T) {
	blocks := tutorial(t)
	if len(blocks) != 7 {
		t.Fatalf("%d blocks: the begin, the refusal, a text, its source, a quote, a fact, a site of one's own", len(blocks))
	}
	begin, refusal, letter, source, quote, fact := blocks[0], blocks[1], blocks[2], blocks[3], blocks[4], blocks[5]
	t.Chdir(t.TempDir())

	for line := range strings.Lines(begin) {
		switch words := strings.Fields(line); words[0] {
		case "factsheet":
			run(t, words[1:]...)
		case "cd":
			t.Chdir(words[1])
		default:
			t.Fatalf("what is %q?", line)
		}
	}
	wantFile(t, "public/index.html")

	const facts = "content/annotations/facts.toml"
	right := read(t, facts)
	write(t, facts, strings.Replace(right, "about 400 books", "about 500 books", 1))
	if status, said := runAny(t, "check"); status != 1 || said != refusal {
		t.Errorf("status %d (-README +check):\n%s", status, cmp.Diff(refusal, said))
	}
	write(t, facts, right)
	run(t, "explain", "quote-not-found")
	run(t, "check")

	write(t, "seeds/letter.txt", letter)
	if status, _ := runAny(t, "check"); status != 1 {
		t.Error("a text that is not listed is let pass")
	}
	run(t, "lock")
	write(t, "content/annotations/letter.toml", source)
	command, printed, _ := strings.Cut(quote, "\n")
	words := strings.Fields(strings.TrimPrefix(command, "$ factsheet "))
	if diff := cmp.Diff(printed, run(t, words...)); diff != "" {
		t.Errorf("%s (-README +printed):\n%s", command, diff)
	}
	write(t, "content/annotations/letter.toml", source+"\n"+fact)
	run(t, "build")
	run(t, "verify", "public")
	if !strings.Contains(read(t, "public/figures.html"), "Thirty volunteers dried books in the school hall.") {
		t.Error("the new fact is not on its page")
	}
	if status, said := runAny(t, "check"); status != 0 || said != "" {
		t.Errorf("at the end there are findings:\n%s", said)
	}
	ownSite(t, blocks[6], letter)
}

// ownSite makes a site of one text of what the tutorial leaves, and sees that
// the drafts of it are no errors.
func ownSite(t *testing.T, commands, words string) {
	t.Helper()
	remove(t, "seeds/*", "content/annotations/*.toml", "content/about.md")
	write(t, "seeds/own.txt", words)
	for line := range strings.Lines(commands) {
		command, file, redirected := strings.Cut(strings.TrimSpace(line), " > ")
		switch words := strings.Fields(command); {
		case words[0] == "#", words[1] == "serve":
		case redirected:
			write(t, file, run(t, words[1:]...))
		default:
			run(t, words[1:]...)
		}
	}
	if status, said := runAny(t, "build"); status != 0 {
		t.Errorf("drafts are refused:\n%s", said)
	}
	wantFile(t, "public/sources.html")
}

// remove deletes the files of some patterns, each of which has one.
func remove(t *testing.T, patterns ...string) {
	t.Helper()
	for _, pattern := range patterns {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatalf("no %s: %v", pattern, err)
		}
		for _, file := range files {
			if err := os.Remove(file); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func read(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func write(t *testing.T, name, data string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(data), 0o666); err != nil {
		t.Fatal(err)
	}
}

func wantFile(t *testing.T, name string) {
	t.Helper()
	if _, err := os.Stat(name); err != nil {
		t.Error(err)
	}
}
