// Package watch tells which files of a project changed.
//
// It watches folders, never files, so that no way in which an editor saves
// escapes it, and takes every event for a hint: what really changed, whoever
// reads the files finds out. Where the system reports nothing, or not enough,
// it looks at all files every so often; it says so in one line, and never
// falls silent.
package watch

import (
	"context"
	"path"
	"strings"
	"time"

	"factsheet/generator/dossier"
)

// Settle times. A save is one file and soon over; a branch switch is many files
// and takes its time.
const (
	oneFile  = 10 * time.Millisecond  // of quiet after the last event of a single file
	several  = 100 * time.Millisecond // of quiet after several files, or a folder
	atMost   = time.Second            // from the first event on
	pollStep = 300 * time.Millisecond // between two looks at all files
	// safety is how often all files are looked at where the system reports
	// what changes: not every system says that it lost something.
	safety = 10 * time.Second
)

// Everything is the path of the whole project in a batch.
const Everything = "."

// roots are the folders of a project that are watched with all that is below
// them. Of the project's own folder only what stands in it is.
var roots = []string{dossier.SeedDir, "content", "layouts"}

// Options say how to watch.
type Options struct {
	// Poll looks at all files every so often instead of waiting to be told.
	Poll bool
	// Reads reports whether a file of a path within the project is read at
	// all. Changes of others are left out.
	Reads func(path string) bool
	// Say is called with a line for people where something changes in how
	// files are watched. It may be nil.
	Say func(line string)
}

// A Batch is what changed, and when the last of it did.
type Batch struct {
	// Paths are those of files and folders within the project, with forward
	// slashes: what stands there and below may have changed, or may be gone.
	// They have no order.
	Paths []string
	Last  time.Time
}

// A Watcher watches a project.
type Watcher struct {
	root string
	opt  Options
	c    chan Batch
	open func() (notifier, error)
	slow func(dir string) string // the name of a file system that reports nothing, or ""

	step, safety, recent time.Duration
}

// New returns a watcher of the project in a folder.
func New(root string, opt Options) *Watcher {
	if opt.Say == nil {
		opt.Say = func(string) {}
	}
	return &Watcher{root: root, opt: opt, c: make(chan Batch), open: openNotifier, slow: silentFileSystem, step: pollStep, safety: safety, recent: recent}
}

// Batches returns the channel of batches. While nobody takes one, the next
// grows.
func (w *Watcher) Batches() <-chan Batch { return w.c }

// Run watches until the context ends. It calls ready, which may be nil, once
// everything that changes from then on will be in a batch.
func (w *Watcher) Run(ctx context.Context, ready func()) {
	begun := false
	once := func() {
		if !begun && ready != nil {
			ready()
		}
		begun = true
	}
	reason := w.notify(ctx, once)
	if reason != "" {
		w.opt.Say(reason + "; looking at all files every " + w.step.String() + " instead")
	}
	if ctx.Err() == nil {
		w.poll(ctx, begun, once)
	}
}

// reads reports whether a change of a file matters.
func (w *Watcher) reads(name string) bool { return w.opt.Reads(name) }

// isHidden reports whether a folder of that name is one of another program,
// such as .git, in which nothing is read.
func isHidden(name string) bool { return strings.HasPrefix(name, ".") }

// isRoot reports whether a path is that of a folder that is watched if there
// is one.
func isRoot(name string) bool {
	for _, r := range roots {
		if r == name {
			return true
		}
	}
	return false
}

// inRoots reports whether a path lies in a folder that is watched with all
// that is below it.
func inRoots(name string) bool {
	for ; name != "."; name = path.Dir(name) {
		if isRoot(name) {
			return true
		}
	}
	return false
}
