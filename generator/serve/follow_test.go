package serve_test

import (
	"fmt"
	"math/rand/v2"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"factsheet/generator/build"
	"factsheet/generator/diag"
	"factsheet/generator/parallel"
	"factsheet/generator/serve"
	"factsheet/layouts"
)

// endsAtTheTruth waits until what is served is what a reading from nothing
// gives, in findings and in every byte.
func (s *site) endsAtTheTruth() {
	s.t.Helper()
	want := s.truth()
	var got map[string]string
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(50 * time.Millisecond) {
		if g := s.newest(); g.Preview == nil || !g.Judged {
			continue
		}
		if got = served(s.newest()); cmp.Equal(want, got) {
			return
		}
	}
	s.t.Fatalf("served is not the truth (-want +got):\n%s\nsaid %q", cmp.Diff(want, got), s.lines())
}

// truth is the project read from nothing.
func (s *site) truth() map[string]string {
	s.t.Helper()
	in, done, err := s.open()
	s.check(err)
	defer done()
	files, err := build.Read(in, nil)
	s.check(err)
	state := build.Lenient(files, nil).Judge()
	if state.Dossier == nil {
		s.t.Fatal("the project cannot be read")
	}
	p := build.NewPreview(state, layouts.FS, nil)
	return made(p, slices.Concat(state.Found, p.Check()))
}

func served(g *serve.Generation) map[string]string { return made(g.Preview, g.Found) }

// made are the files of a preview and its findings.
func made(p *build.Preview, found []diag.Diagnostic) map[string]string {
	var b strings.Builder
	found = slices.Clone(found)
	diag.Sort(found)
	diag.Text(&b, found, false)
	out := map[string]string{"findings": b.String()}
	for _, path := range p.Paths() {
		file, _ := p.File(path)
		out[path] = string(file.Data)
	}
	return out
}

func TestFollow(t *testing.T) {
	s := starter(t).serve()
	s.edit(facts, "About 400 books were soaked.", "About 400 books were *soaked*.")
	s.shows("/figures.html", "were <em>soaked</em>")
	s.edit("site.toml", "The storm and the library", "The gale")
	s.shows("/figures.html", "The gale")
	s.write("layouts/static/style.css", "h1 { color: red }")
	s.shows("/", "assets/style.")
	s.write("content/new.md", "# New\n\nWords.\n")
	s.shows("/new.html", "Words.")
	s.check(os.Remove(s.path("content/new.md")))
	s.hides("/new.html", "Words.")
	s.endsAtTheTruth()
}

// TestGhosts touches files without changing what they say: that makes no
// generation.
func TestGhosts(t *testing.T) {
	s := starter(t).serve()
	first := s.judged().Number
	s.write(facts, s.read(facts))
	s.check(os.Chmod(s.path(facts), 0o600))
	s.check(os.Chtimes(s.path(facts), time.Time{}, time.Unix(1e9, 0)))
	s.write("content/annotations/.facts.toml.swp", "x")
	s.write("content/annotations/4913", "x")
	s.check(os.Remove(s.path("content/annotations/4913")))
	s.edit(facts, "About 400 books were soaked.", "Now it changed.")
	s.shows("/figures.html", "Now it changed.")
	if got := s.judged().Number; got != first+2 { // shown, and judged
		t.Errorf("one change, and generation %d follows %d", got, first)
	}
}

// TestSaveDuringABuild saves while the generation before is being made: it is in
// the next one.
func TestSaveDuringABuild(t *testing.T) {
	s := starter(t)
	n := 0
	s.onShow = func() {
		if n++; n <= 20 {
			s.write("content/counted.md", fmt.Sprintf("# Counted\n\nRound %d.\n", n))
		}
	}
	s.serve()
	s.shows("/counted.html", "Round 20.")
	s.endsAtTheTruth()
}

// TestRapidSaves saves a thousand times in a row, and while pages are made.
func TestRapidSaves(t *testing.T) {
	s := starter(t).serve()
	good := s.read(facts)
	done := make(chan bool)
	go func() {
		defer close(done)
		for range 50 {
			for _, page := range []string{"/figures.html", "/", "/sources/courier.html", "/_preview/report"} {
				s.get(page)
			}
		}
	}()
	for i := range 1000 {
		s.save(facts, strings.Replace(good, "About 400", fmt.Sprintf("About %d", i), 1))
	}
	s.write(facts, strings.Replace(good, "About 400 books were soaked.", "It ended.", 1))
	<-done
	s.shows("/figures.html", "It ended.")
	s.endsAtTheTruth()
}

// TestBranches switches back and forth between two states of all files.
func TestBranches(t *testing.T) {
	s := starter(t).serve()
	ours := s.read(facts)
	theirs := strings.ReplaceAll(ours, "400", "300")
	for i := range 40 {
		other := i%2 == 0
		for j := range 20 {
			name := fmt.Sprintf("content/branch/%d.md", j)
			if other {
				s.write(name, fmt.Sprintf("# Page %d\n\nOf round %d.\n", j, i))
			} else {
				s.check(os.Remove(s.path(name)))
			}
		}
		if other {
			s.write(facts, theirs)
		} else {
			s.write(facts, ours)
		}
		time.Sleep(time.Duration(rand.IntN(30)) * time.Millisecond)
	}
	s.endsAtTheTruth()
}

func TestFoldersComeAndGo(t *testing.T) {
	s := starter(t).serve()
	away := filepath.Join(t.TempDir(), "content")
	s.check(os.Rename(s.path("content"), away))
	s.hides("/figures.html", "soaked")
	s.check(os.Rename(away, s.path("content")))
	s.shows("/figures.html", "soaked")
	s.edit(facts, "About 400 books were soaked.", "Again.")
	s.shows("/figures.html", "Again.")
	s.endsAtTheTruth()
}

func TestSeedBecomesAFolder(t *testing.T) {
	s := starter(t).serve()
	text := s.read("seeds/courier.txt")
	s.check(os.Remove(s.path("seeds/courier.txt")))
	s.check(os.Mkdir(s.path("seeds/courier.txt"), 0o777))
	s.wait("an error", func(g *serve.Generation) bool { return g.Errors() > 0 })
	s.endsAtTheTruth()
	s.check(os.Remove(s.path("seeds/courier.txt")))
	s.write("seeds/courier.txt", text)
	s.wait("no error", func(g *serve.Generation) bool { return g.Errors() == 0 })
	s.endsAtTheTruth()
}

// TestProjectComesAndGoes takes the whole project away: that is said once, in the
// panel too, and the last pages stay until it is back, which is said as well.
func TestProjectComesAndGoes(t *testing.T) {
	s := starter(t).serve()
	s.judged()
	away := filepath.Join(t.TempDir(), "project")
	s.check(os.Rename(s.root, away))
	s.shows("/_preview/report", `"unread":"open `)
	if said := s.lines(); len(said) != 1 || !strings.Contains(said[0], "looking again") {
		t.Errorf("said %q", said)
	}
	if status, _ := s.get("/figures.html"); status != 200 {
		t.Errorf("status %d while the project is away", status)
	}
	s.check(os.Rename(away, s.root))
	s.shows("/_preview/report", `"unread":""`)
	if g := s.newest(); !g.Repeated || !g.Judged {
		t.Error("a project that is back as it was is shown as another one")
	}
	if said := s.lines(); len(said) != 2 || said[1] != "the project can be read again" {
		t.Errorf("said %q", said)
	}
	s.edit(facts, "About 400 books were soaked.", "Back again.")
	s.shows("/figures.html", "Back again.")
	s.endsAtTheTruth()
}

// TestStartsUnreadable begins with a project that cannot be read, which the pages
// say until it can be.
func TestStartsUnreadable(t *testing.T) {
	s := starter(t)
	away := filepath.Join(t.TempDir(), "project")
	s.check(os.Rename(s.root, away))
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	s.check(err)
	s.serveOn(ln)
	s.shows("/figures.html", "no such file")
	s.check(os.Rename(away, s.root))
	s.shows("/figures.html", "About 400 books were soaked.")
	s.endsAtTheTruth()
}

// TestStartsWithErrors begins with a project that cannot be read at all.
func TestStartsWithErrors(t *testing.T) {
	s := starter(t)
	good := s.read("site.toml")
	s.write("site.toml", "= 1\n")
	s.serve()
	s.shows("/", "There is no site yet")
	if _, body := s.get("/"); !injected.MatchString(body) {
		t.Error("the page that says so has no script to be replaced by")
	}
	s.shows("/figures.html", "site.toml:1:1")
	s.write("site.toml", good)
	s.shows("/", "The storm and the library")
	s.endsAtTheTruth()
}

// TestUnfinishedSave saves a file in two steps: what lies between them is never
// shown, however long the machine takes, as long as the second step comes in
// time.
func TestUnfinishedSave(t *testing.T) {
	s := starter(t)
	s.opt.Unfinished = time.Hour
	s.serve()
	good := s.read(facts)
	s.check(os.Remove(s.path(facts)))
	time.Sleep(60 * time.Millisecond)
	s.save(facts, good+"\n# as version control saves\n")
	for round, half := range []string{"", good[:len(good)/2] + "\n[[claims]]\nid = \"", "= 1"} {
		s.save(facts, half)
		time.Sleep(60 * time.Millisecond) // so that it is read, mostly
		whole := fmt.Sprintf("soaked in round %d.", round)
		s.save(facts, strings.Replace(good, "soaked.", whole, 1))
		s.shows("/figures.html", whole)
	}
	for _, g := range s.all() {
		if len(g.State.Dossier.Facts) == 0 || slices.ContainsFunc(g.Found, isSyntax) {
			t.Errorf("generation %d is of a save that was not over", g.Number)
		}
	}
}

func isSyntax(d diag.Diagnostic) bool { return d.Code == "syntax" }

// An error that stays is shown after a while, also in a file that is empty.
func TestErrorThatStays(t *testing.T) {
	s := starter(t).serve()
	s.save(facts, s.read(facts)+"\n= 1\n")
	s.wait("the error", func(g *serve.Generation) bool { return slices.ContainsFunc(g.Found, isSyntax) })
	s.save(facts, "")
	s.wait("a file without facts", func(g *serve.Generation) bool { return len(g.State.Dossier.Facts) == 0 })
	s.endsAtTheTruth()
}

// TestFault lets the program itself fail where it makes a generation, on one of
// several cores: that is said, the last pages stay, and the next save is shown.
func TestFault(t *testing.T) {
	s := starter(t)
	var faulty atomic.Bool
	s.onShow = func() {
		if faulty.Load() {
			parallel.Run([]func(){func() { panic("out of step") }})
		}
	}
	s.serve()
	faulty.Store(true)
	s.edit(facts, "About 400 books were soaked.", "This is not shown.")
	for deadline := time.Now().Add(patience); len(s.lines()) == 0 && time.Now().Before(deadline); {
		time.Sleep(5 * time.Millisecond)
	}
	if said := strings.Join(s.lines(), "\n"); !strings.Contains(said, "a fault of the program itself") || !strings.Contains(said, "report it") || !strings.Contains(said, "out of step") || !strings.Contains(said, "TestFault") {
		t.Errorf("said %q", said)
	}
	if status, body := s.get("/figures.html"); status != 200 || !strings.Contains(body, "About 400 books were soaked.") {
		t.Errorf("status %d after a fault:\n%s", status, body)
	}
	faulty.Store(false)
	s.edit(facts, "This is not shown.", "This is shown.")
	s.shows("/figures.html", "This is shown.")
	s.endsAtTheTruth()
}

func TestPolling(t *testing.T) {
	s := starter(t)
	s.opt.Poll = true
	s.serve()
	s.edit(facts, "About 400 books were soaked.", "Seen without being told.")
	s.shows("/figures.html", "Seen without being told.")
	s.endsAtTheTruth()
}

// TestShownBeforeJudged saves while the rules are asked about what was saved
// before.
func TestShownBeforeJudged(t *testing.T) {
	s := starter(t).serve()
	if s.all()[0].Judged {
		t.Error("the first generation was judged before it was shown")
	}
	good := s.read(facts)
	broken := strings.Replace(good, "about 400 books were soaked, the librarian", "about 500 books were soaked, the librarian", 1)
	for i := range 100 {
		s.write(facts, []string{good, broken, good + "\n= 1\n"}[i%3])
		time.Sleep(time.Duration(rand.IntN(60)) * time.Millisecond)
	}
	s.write(facts, broken)
	s.wait("the error", func(g *serve.Generation) bool { return g.Judged && g.Errors() == 1 })
	s.endsAtTheTruth()
	s.write(facts, good)
	s.wait("no error", func(g *serve.Generation) bool { return g.Judged && g.Errors() == 0 })
	s.endsAtTheTruth()
	number := 0
	for _, g := range s.all() {
		if g.Number != number+1 {
			t.Errorf("generation %d follows %d", g.Number, number)
		}
		number = g.Number
	}
}

// TestErrorsStand saves a change beside an error: at no moment is it gone, or
// elsewhere than where it will be found again.
func TestErrorsStand(t *testing.T) {
	s := starter(t).serve()
	s.write("content/about.md", "# About\n\n[Nowhere](nothing.md)\n")
	s.edit(facts, "about 400 books were soaked, the librarian", "about 500 books were soaked, the librarian")
	s.errs(2)
	first := s.newest().Number
	s.write(facts, "# First.\n"+s.read(facts))
	s.write("content/about.md", "# About us\n\n[Nowhere](nothing.md)\n")
	s.shows("/about.html", "About us")
	last := s.judged().Found
	for _, g := range s.all()[first:] {
		if g.Errors() != 2 {
			t.Errorf("generation %d has %d errors", g.Number, g.Errors())
		}
		if len(g.State.Dossier.Records) > 0 && strings.HasPrefix(string(g.State.Dossier.Records[0].File.Data), "# First.") && !slices.Equal(places(g.Found), places(last)) {
			t.Errorf("generation %d has them at %q, and then they are at %q", g.Number, places(g.Found), places(last))
		}
	}
}

// places are where findings stand.
func places(found []diag.Diagnostic) (list []string) {
	for _, d := range found {
		list = append(list, d.Place.String())
	}
	return list
}

// TestSchema sees that ids reach editors, and that to write them makes no
// further generation.
func TestSchema(t *testing.T) {
	s := starter(t)
	s.opt.WriteSchema = func(data []byte) error { return os.WriteFile(s.path(build.SchemaPath), data, 0o666) }
	s.serve()
	s.write("content/annotations/more.toml", "[[claims]]\nid = \"one-more\"\nstatement = \"Nobody was hurt.\"\nevidence = [{ source = \"courier\", quote = \"Nobody was hurt\" }]\n")
	s.shows("/claims.html", `id="one-more"`)
	for deadline := time.Now().Add(patience); ; time.Sleep(5 * time.Millisecond) {
		if data, _ := os.ReadFile(s.path(build.SchemaPath)); strings.Contains(string(data), "one-more") {
			break
		}
		if time.Now().After(deadline) {
			t.Fatal("the new id is not in the schema")
		}
	}
	before := s.judged().Number
	time.Sleep(300 * time.Millisecond)
	if after := s.newest().Number; after != before {
		t.Errorf("%d generations of nothing", after-before)
	}
}

func TestWhy(t *testing.T) {
	s := starter(t).serve()
	s.edit(facts, "About 400 books were soaked.", "Why not.")
	s.shows("/figures.html", "Why not.")
	why := s.judged().Why
	if why.Files < 8 || why.Texts != (serve.Redone{Anew: 0, All: 3}) || why.Facts.Anew == 0 || why.Facts.All < why.Facts.Anew {
		t.Errorf("why: %+v", why)
	}
	if line := why.String(); !strings.HasPrefix(line, facts+": read 1 of ") || !strings.Contains(line, "linked 0 of 3 texts") {
		t.Errorf("why: %s", line)
	}
	why.Paths = []string{"content/two\nlines.md"}
	if line := why.String(); strings.Contains(line, "\n") {
		t.Errorf("why on more than one line: %q", line)
	}
}
