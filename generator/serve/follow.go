package serve

import (
	"context"
	"io/fs"
	"slices"
	"strings"
	"time"

	"factsheet/generator/build"
	"factsheet/generator/diag"
	"factsheet/generator/panics"
	"factsheet/generator/watch"
)

// A Project is a folder that is followed.
type Project struct {
	Root    string
	Layouts fs.FS // the embedded ones
	Poll    bool  // look at all files every so often instead of waiting to be told
	// Open opens the folders of the project. They are opened anew each time
	// something changed, since a folder may have been put in the place of
	// another.
	Open func() (in build.Folders, close func(), err error)
	// Say is called with lines for people.
	Say func(line string)
	// Unfinished is for how long a file that is empty or gone, or an error in
	// one that does not parse, may be that of a save that is not over; 0: 150 ms.
	Unfinished time.Duration
	// WriteSchema writes the schema of the annotations; nil where nothing is
	// to be written.
	WriteSchema func(data []byte) error
}

const (
	// unfinished is what Project.Unfinished is if nothing is said.
	unfinished = 150 * time.Millisecond
	// changing is how many times as long that may go on in a file that changes
	// again and again: about a second.
	changing = 7
	// again is when to look once more for a project that cannot be read.
	again = time.Second
	// respite is left at least to whoever asks for pages before they are judged.
	respite = 10 * time.Millisecond
	// pause is after how long without anything to do garbage is collected.
	pause = 100 * time.Millisecond
)

// Follow calls show with the project as it stands and then with each generation
// after it, until the context ends. It calls show from one goroutine; what
// changes meanwhile is in the next generation. What is wrong with the project is
// in the generations; what is wrong with the world is said.
func Follow(ctx context.Context, p Project, show func(*Generation)) {
	if p.Say == nil {
		p.Say = func(string) {}
	}
	if p.Unfinished == 0 {
		p.Unfinished = unfinished
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	w := watch.New(p.Root, watch.Options{Poll: p.Poll, Reads: build.Reads, Say: p.Say})
	ready, done := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(done)
		var catch panics.Catcher
		catch.Do(func() { w.Run(ctx, func() { close(ready) }) })
		if fault := catch.Caught(); fault != nil {
			p.Say("a fault of the program itself; what changes from now on is not seen, so start it again; " + fault.Report())
		}
	}()
	select {
	case <-ready:
	case <-done:
	}
	(&follower{p: p, show: show}).run(ctx, w.Batches())
	stop()
	<-done
}

// A follower is at work on the next generation.
type follower struct {
	p     Project
	show  func(*Generation)
	shown *Generation
	files *build.Files // as last read, of the generation shown or the next
	said  string       // the failure that was said last
	next  *candidate
	judge judge
	messy bool // there may be garbage to collect

	unwritten string // why the schema was not written, if that was said
}

// A candidate is what may become the next generation.
type candidate struct {
	state *build.State
	from  *build.State // from which it was made, or nil
	why   Why
	since time.Time // when it was first held back
	due   time.Time
}

func (f *follower) run(ctx context.Context, batches <-chan watch.Batch) {
	f.try(func() { f.take(watch.Batch{Paths: []string{watch.Everything}, Last: time.Now()}) })
	for {
		select {
		case <-ctx.Done():
			return
		case b := <-batches:
			f.try(func() { f.take(b) })
		case g := <-f.judge.done:
			f.try(func() { f.judged(g) })
		case <-f.when():
			f.try(f.proceed)
		}
	}
}

// try takes a step. A fault of the program itself in it is said, and what was
// shown last stays until something changes again.
func (f *follower) try(step func()) {
	var catch panics.Catcher
	catch.Do(step)
	if fault := catch.Caught(); fault != nil {
		f.next, f.judge.waiting = nil, nil
		f.p.Say(faultWords(fault))
		f.showFault()
	}
}

// showFault shows what was shown last once more, with the fault. What fails
// over that as well was said already.
func (f *follower) showFault() {
	if f.shown == nil {
		return
	}
	g := *f.shown
	g.Fault = true
	new(panics.Catcher).Do(func() { f.repeat(g) })
}

// repeat shows once more what was shown last.
func (f *follower) repeat(g Generation) {
	g.Repeated = true
	f.publish(&g)
}

func faultWords(fault *panics.Caught) string {
	return "a fault of the program itself; the preview goes on with what it showed last; " + fault.Report()
}

// when tells when there is something to do even if nothing changes.
func (f *follower) when() <-chan time.Time {
	switch {
	case f.next != nil:
		return time.After(time.Until(f.next.due))
	case f.said != "":
		return time.After(again)
	case f.judge.waiting != nil && f.judge.done == nil:
		return time.After(f.respite())
	case f.messy && f.judge.done == nil:
		return time.After(pause)
	}
	return nil
}

// respite is longer where linking took long, as at the start: then so do the
// first pages.
func (f *follower) respite() time.Duration { return max(respite, f.shown.Why.Link/10) }

func (f *follower) proceed() {
	switch {
	case f.next != nil:
		f.present(f.next)
	case f.said != "":
		f.take(watch.Batch{Paths: []string{watch.Everything}, Last: time.Now()})
	case f.judge.waiting != nil:
		f.judge.begin(f.p, f.shown)
	case f.messy:
		f.messy = false
		tidy()
	}
}

// take reads what changed and shows it, unless it looks like a save that is
// not over.
func (f *follower) take(b watch.Batch) {
	start := time.Now()
	files, err := f.read(b.Paths)
	if err != nil {
		f.fail(err)
		return
	}
	f.files = files
	f.readable()
	var old *build.Files
	if f.shown != nil {
		old = f.shown.State.Files
	}
	paths := slices.DeleteFunc(files.Changed(old), isSchema)
	if f.shown != nil && len(paths) == 0 {
		f.next = nil // it is as it was
		if f.shown.Unread != "" {
			f.repeat(*f.shown)
		}
		return
	}
	c := &candidate{why: Why{Paths: paths, Files: files.Count(), Gone: gone(files, paths), Read: time.Since(start), Settled: start.Sub(b.Last)}}
	start = time.Now()
	c.from = f.state()
	c.state = build.Lenient(files, c.from)
	c.why.Link = time.Since(start)
	if f.shown != nil && f.unfinished(c.state, paths) && !f.holdBack(c, b.Last) {
		return
	}
	f.present(c)
}

// gone counts the paths at which there is no file.
func gone(files *build.Files, paths []string) int {
	n := 0
	for _, path := range paths {
		if !files.Has(path) {
			n++
		}
	}
	return n
}

// isSchema reports whether a file is the one that the preview makes itself, and
// that has no say in anything.
func isSchema(path string) bool { return path == build.SchemaPath }

func (f *follower) read(paths []string) (*build.Files, error) {
	in, done, err := f.p.Open()
	if err != nil {
		return nil, err
	}
	defer done()
	if f.said != "" {
		paths = []string{watch.Everything}
	}
	if f.files == nil {
		return build.Read(in, nil)
	}
	return build.Reread(in, f.files, paths)
}

// fail says once what keeps the project from being read, also to who looks at
// the pages.
func (f *follower) fail(err error) {
	if err.Error() == f.said {
		return
	}
	f.said = err.Error()
	f.p.Say(f.said + "; looking again every " + again.String())
	if f.shown == nil {
		f.publish(&Generation{State: &build.State{Files: new(build.Files)}})
		return
	}
	f.repeat(*f.shown)
}

// readable says that the project can be read, if that was not so.
func (f *follower) readable() {
	if f.said != "" {
		f.p.Say("the project can be read again")
	}
	f.said = ""
}

// holdBack keeps a candidate until it is sure that its files are as they were
// meant, and reports whether it is.
func (f *follower) holdBack(c *candidate, last time.Time) (sure bool) {
	now := time.Now()
	c.since = now
	if f.next != nil {
		c.since = f.next.since
	}
	c.due = last.Add(f.p.Unfinished)
	if latest := c.since.Add(changing * f.p.Unfinished); latest.Before(c.due) {
		c.due = latest
	}
	f.next = c
	return !now.Before(c.due)
}

// unfinished reports whether one of some files is empty, gone or does not parse:
// version control deletes a file before it writes another version.
func (f *follower) unfinished(s *build.State, paths []string) bool {
	if slices.ContainsFunc(paths, func(path string) bool { return !s.Files.Has(path) || s.Files.Empty(path) }) {
		return true
	}
	if slices.ContainsFunc(paths, isLayout) && !build.LayoutsWork(s.Files, f.p.Layouts) {
		return true
	}
	return slices.ContainsFunc(s.Found, func(d diag.Diagnostic) bool {
		return d.Code == "syntax" && d.Place.File != nil && slices.Contains(paths, d.Place.File.Path)
	})
}

func isLayout(path string) bool { return strings.HasPrefix(path, "layouts/") }

// present shows a candidate, which is judged after that.
func (f *follower) present(c *candidate) {
	f.next = nil
	f.judge.waiting = c
	f.publish(newGeneration(c.state, c.why, f.p, f.shown))
}

// judged takes in a generation that was judged, or nil where it could not be, and
// shows it if there is none newer by now.
func (f *follower) judged(g *Generation) {
	f.messy = true
	switch newest := f.judge.over(g); {
	case !newest:
	case g == nil:
		f.showFault()
	default:
		f.publish(g)
		f.writeSchema(g.schema)
	}
}

func (f *follower) publish(g *Generation) {
	g.Number, g.Unread = 1, f.said
	if f.shown != nil {
		g.Number = f.shown.Number + 1
	}
	f.shown = g
	f.show(g)
}

// state is that of the generation shown, nil before the first.
func (f *follower) state() *build.State {
	if f.shown == nil {
		return nil
	}
	return f.shown.State
}

// writeSchema brings the schema of the annotations in the project up to date,
// by which editors complete ids.
func (f *follower) writeSchema(data []byte) {
	if f.p.WriteSchema == nil || data == nil {
		return
	}
	if old := f.files.Schema; old != nil && string(old.Data) == string(data) {
		return
	}
	err := f.p.WriteSchema(data)
	if err != nil && err.Error() != f.unwritten {
		f.unwritten = err.Error()
		f.p.Say("the schema of the annotations was not written: " + f.unwritten)
	}
}
