package watch

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/fsnotify/fsnotify"
)

// A notifier is what of package fsnotify is used.
type notifier interface {
	Add(dir string) error
	Remove(dir string) error
	Events() <-chan fsnotify.Event
	Errors() <-chan error
	Close() error
}

type system struct{ *fsnotify.Watcher }

// burst is how many bytes of events the system keeps for each folder until
// they are taken. Only Windows asks.
const burst = 256 << 10

func (s system) Add(dir string) error          { return s.Watcher.AddWith(dir, fsnotify.WithBufferSize(burst)) }
func (s system) Events() <-chan fsnotify.Event { return s.Watcher.Events }
func (s system) Errors() <-chan error          { return s.Watcher.Errors }

func openNotifier() (notifier, error) {
	w, err := fsnotify.NewWatcher()
	return system{w}, err
}

// A listener watches by what the system reports.
type listener struct {
	w       *Watcher
	n       notifier
	queue   queue
	watched map[string]bool // folders within the project
	links   map[string]bool // symbolic links within the project that are read as files
	pending pending
	seen    snapshot
	lost    bool   // the project's own folder is not there
	failed  string // why the system's reports are not enough
}

// notify watches by what the system reports until the context ends, or until
// that is not enough: then it returns why.
func (w *Watcher) notify(ctx context.Context, ready func()) (reason string) {
	if w.opt.Poll {
		return ""
	}
	if name := w.silent(); name != "" {
		return "files on " + name + " change without a report"
	}
	n, err := w.open()
	if err != nil {
		return refused(err)
	}
	defer n.Close()
	l := &listener{w: w, n: n, watched: map[string]bool{}, links: map[string]bool{}}
	l.queue.signal = make(chan struct{}, 1)
	go l.queue.drain(n)
	l.watchAll()
	if l.failed == "" {
		l.seen = w.scan()
		ready()
		l.run(ctx)
	}
	return l.failed
}

// silent names the file system that reports no changes, if the project or one
// of its folders, which may be mounted there, lies on one.
func (w *Watcher) silent() string {
	for _, name := range append([]string{Everything}, roots...) {
		if found := w.slow(filepath.Join(w.root, name)); found != "" {
			return found
		}
	}
	return ""
}

// refused puts an error of the system into words.
func refused(err error) string {
	switch {
	case errors.Is(err, syscall.ENOSPC):
		return "no more folders can be watched (raise fs.inotify.max_user_watches)"
	case errors.Is(err, syscall.EMFILE), errors.Is(err, syscall.ENFILE):
		return "no more files can be watched (raise fs.inotify.max_user_instances, or ulimit -n)"
	}
	return "files cannot be watched: " + err.Error()
}

// run turns what is reported into batches. While nobody takes a batch it goes
// on growing, and what the system reports is taken in all the same.
func (l *listener) run(ctx context.Context) {
	timer := time.NewTimer(time.Hour)
	defer timer.Stop()
	rescan := time.NewTicker(l.w.safety)
	defer rescan.Stop()
	for l.failed == "" {
		var out chan Batch
		if due, ok := l.pending.due(); ok && !time.Now().Before(due) {
			out = l.w.c
		} else if ok {
			timer.Reset(time.Until(due))
		}
		select {
		case <-ctx.Done():
			return
		case <-l.queue.signal:
			l.take(time.Now())
		case <-rescan.C:
			l.rescan(time.Now())
		case <-l.again():
			l.rescan(time.Now())
		case <-timer.C:
		case out <- l.batch(out != nil):
			l.pending = pending{}
		}
	}
}

// again is when to look for a folder of the project that is not there.
func (l *listener) again() <-chan time.Time {
	if l.lost {
		return time.After(l.w.step)
	}
	return nil
}

// batch is what is pending. A change behind a symbolic link is not reported at
// the link, so that every batch names all links.
func (l *listener) batch(wanted bool) Batch {
	if !wanted {
		return Batch{}
	}
	p := l.pending
	b := p.take()
	for link := range l.links {
		if b.Paths[0] != Everything {
			b.Paths = append(b.Paths, link)
		}
	}
	return b
}

// take takes in what was reported.
func (l *listener) take(now time.Time) {
	events, errs := l.queue.take()
	for _, e := range events {
		if e.Op == fsnotify.Chmod {
			l.chmod(e, now)
		} else {
			l.event(e, now)
		}
	}
	if len(errs) > 0 {
		l.lose(errs[0], now)
	}
}

// lose takes in that nobody knows what changed.
func (l *listener) lose(err error, now time.Time) {
	said := "too many changes at once to be told of each; reading everything again"
	if !errors.Is(err, fsnotify.ErrEventOverflow) {
		said = "watching: " + err.Error() + "; reading everything again"
	}
	if !l.pending.paths[Everything] { // or it was said already
		l.w.opt.Say(said)
	}
	l.watchAll()
	l.pending.add(Everything, true, now)
}

func (l *listener) event(e fsnotify.Event, now time.Time) {
	name, ok := l.within(e.Name)
	if !ok {
		return
	}
	if name == Everything { // the project's own folder went
		l.lost = true
		l.pending.add(Everything, true, now)
		return
	}
	wasFolder := l.watched[name]
	if e.Has(fsnotify.Remove) || e.Has(fsnotify.Rename) {
		l.forget(name)
	}
	info, err := os.Lstat(e.Name)
	isFolder := err == nil && (info.IsDir() || isRoot(name) && info.Mode()&fs.ModeSymlink != 0)
	switch {
	case isFolder && inRoots(name) && isHidden(path.Base(name)):
	case isFolder && inRoots(name):
		l.forget(name) // another folder may stand there now
		l.watch(name)
		l.pending.add(name, true, now)
	case wasFolder:
		l.pending.add(name, true, now)
	case err == nil && info.Mode()&fs.ModeSymlink != 0 && l.w.reads(name):
		l.links[name] = true
		l.pending.add(name, false, now)
	case l.w.reads(name):
		l.pending.add(name, false, now)
	case len(l.links) > 0 && inRoots(name):
		// it may be what a link leads to, or a folder on the way there
		for link := range l.links {
			l.pending.add(link, false, now)
		}
	}
}

// chmod takes in that something other than the bytes of a file changed: its time
// or its attributes, as a search index or a virus scanner does, or who may read
// it, which alone matters.
func (l *listener) chmod(e fsnotify.Event, now time.Time) {
	name, ok := l.within(e.Name)
	info, err := os.Stat(e.Name)
	if !ok || err != nil || info.Mode() == l.seen.stamp[name].mode {
		return
	}
	seen := l.seen.stamp[name]
	seen.mode = info.Mode()
	l.seen.stamp[name] = seen
	if isFolder := info.IsDir() && inRoots(name); isFolder || l.w.reads(name) {
		l.pending.add(name, isFolder, now)
	}
}

// within returns a reported path as one within the project.
func (l *listener) within(name string) (string, bool) {
	rel, err := filepath.Rel(l.w.root, name)
	if err != nil || rel == ".." || strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
		return "", false
	}
	return filepath.ToSlash(rel), true
}

// watchAll watches the project's own folder and all that is below the roots.
func (l *listener) watchAll() {
	for name := range l.watched {
		l.forget(name)
	}
	clear(l.links)
	err := l.n.Add(l.w.root)
	if l.lost = errors.Is(err, fs.ErrNotExist); l.lost {
		return
	}
	if err != nil {
		l.failed = refused(err)
		return
	}
	for _, name := range roots {
		l.watch(name)
	}
}

// watch watches a folder and those below it. It is watched before it is
// listed, so that what comes in meanwhile is reported or listed, or both.
func (l *listener) watch(name string) {
	dir := filepath.Join(l.w.root, filepath.FromSlash(name))
	if err := l.n.Add(dir); err != nil {
		if !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, syscall.ENOTDIR) && l.failed == "" {
			l.failed = refused(err)
		}
		return
	}
	l.watched[name] = true
	entries, _ := os.ReadDir(dir) // one that cannot be listed is read again, and the reader says so
	for _, e := range entries {
		below := name + "/" + e.Name()
		switch {
		case l.failed != "":
			return
		case e.IsDir() && !isHidden(e.Name()):
			l.watch(below)
		case e.Type()&fs.ModeSymlink != 0 && l.w.reads(below):
			l.links[below] = true
		}
	}
}

// forget stops watching a folder and those below it.
func (l *listener) forget(name string) {
	for known := range l.watched {
		if known == name || strings.HasPrefix(known, name+"/") {
			_ = l.n.Remove(filepath.Join(l.w.root, filepath.FromSlash(known))) // the system may have dropped it already
			delete(l.watched, known)
		}
	}
	for link := range l.links {
		if link == name || strings.HasPrefix(link, name+"/") {
			delete(l.links, link)
		}
	}
}

// rescan looks at all files, should something have changed without a report,
// and at the folder of the project, should it be another one.
func (l *listener) rescan(now time.Time) {
	seen := l.w.scan()
	if l.lost || !seen.sameRoot(l.seen) {
		l.watchAll()
	}
	l.pending.look(seen, l.seen)
	l.seen = seen
}

// A queue holds what the system reported until somebody has time for it, so
// that the system never has to wait.
type queue struct {
	mu     sync.Mutex
	events []fsnotify.Event
	errs   []error
	signal chan struct{}
}

// drain takes in reports until there will be no more.
func (q *queue) drain(n notifier) {
	events, errs := n.Events(), n.Errors()
	for events != nil || errs != nil {
		select {
		case e, ok := <-events:
			if !ok {
				events = nil
				continue
			}
			q.add(&e, nil)
		case err, ok := <-errs:
			if !ok {
				errs = nil
				continue
			}
			q.add(nil, err)
		}
	}
}

func (q *queue) add(e *fsnotify.Event, err error) {
	q.mu.Lock()
	if e != nil {
		q.events = append(q.events, *e)
	} else {
		q.errs = append(q.errs, err)
	}
	q.mu.Unlock()
	select {
	case q.signal <- struct{}{}:
	default:
	}
}

func (q *queue) take() ([]fsnotify.Event, []error) {
	q.mu.Lock()
	defer q.mu.Unlock()
	events, errs := q.events, q.errs
	q.events, q.errs = nil, nil
	return events, errs
}
