package watch

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// A snapshot is what stood in the project when all files were looked at.
type snapshot struct {
	root  fs.FileInfo // nil where the folder is not there
	at    time.Time
	young time.Time        // a file that is no older may have been written again since
	stamp map[string]stamp // by path within the project
}

// A stamp tells one version of a file from another, mostly. Times of folders
// say nothing: a listing alone may change them.
type stamp struct {
	mode fs.FileMode
	size int64
	time time.Time
}

// recent is how coarse the times of a file system may be. A file that was
// written so shortly before it was looked at may have been written again
// since, with the same size and time.
const recent = 2 * time.Second

// scan looks at all files.
func (w *Watcher) scan() snapshot {
	now := time.Now()
	s := snapshot{at: now, young: now.Add(-w.recent), stamp: map[string]stamp{}}
	s.root, _ = os.Stat(w.root)
	entries, _ := os.ReadDir(w.root)
	for _, e := range entries {
		if name := e.Name(); !isRoot(name) && w.reads(name) {
			s.add(w.root, name)
		}
	}
	for _, name := range roots {
		w.scanFolder(s, name)
	}
	return s
}

func (w *Watcher) scanFolder(s snapshot, name string) {
	dir := filepath.Join(w.root, filepath.FromSlash(name))
	entries, err := os.ReadDir(dir)
	if err != nil {
		return
	}
	if info, err := os.Stat(dir); err == nil {
		s.stamp[name] = stamp{mode: info.Mode()}
	}
	for _, e := range entries {
		below := name + "/" + e.Name()
		switch {
		case e.IsDir() && !isHidden(e.Name()):
			w.scanFolder(s, below)
		case w.reads(below):
			s.add(w.root, below)
		}
	}
}

// add notes a file; of a link, what it leads to.
func (s snapshot) add(root, name string) {
	info, err := os.Stat(filepath.Join(root, filepath.FromSlash(name)))
	if err != nil {
		s.stamp[name] = stamp{} // a link that leads nowhere
		return
	}
	s.stamp[name] = stamp{info.Mode(), info.Size(), info.ModTime()}
}

// sameRoot reports whether the project's own folder is the one that it was.
func (s snapshot) sameRoot(old snapshot) bool {
	return s.root == nil && old.root == nil || os.SameFile(s.root, old.root)
}

// since returns the paths at which something changed since an earlier
// snapshot, and those at which it may have without showing.
func (s snapshot) since(old snapshot) (changed, doubtful []string) {
	for name, now := range s.stamp {
		before, ok := old.stamp[name]
		switch {
		case !ok || before != now:
			changed = append(changed, name)
		case !now.mode.IsDir() && !now.time.Before(old.young):
			doubtful = append(doubtful, name)
		}
	}
	for name := range old.stamp {
		if _, ok := s.stamp[name]; !ok {
			changed = append(changed, name)
		}
	}
	return changed, doubtful
}

// maxShare is the part of its time that polling may take.
const maxShare = 5

// poll watches by looking at all files again and again until the context ends.
// If it has begun, nobody knows what happened before.
func (w *Watcher) poll(ctx context.Context, begun bool, ready func()) {
	var p pending
	seen := w.scan()
	if begun {
		p.add(Everything, true, seen.at)
	}
	ready()
	wait := w.step
	for {
		var out chan Batch
		var b Batch
		if due, ok := p.due(); ok && !time.Now().Before(due) {
			settled := p
			out, b = w.c, settled.take()
		} else if ok {
			wait = min(wait, time.Until(due))
		}
		select {
		case <-ctx.Done():
			return
		case out <- b:
			p = pending{}
		case <-time.After(wait):
			now := w.scan()
			p.look(now, seen)
			seen = now
			wait = max(w.step, maxShare*time.Since(now.at))
		}
	}
}

// look adds what is not as it was. What may have changed without showing waits
// for nothing.
func (p *pending) look(now, old snapshot) {
	changed, doubtful := now.since(old)
	if !now.sameRoot(old) {
		p.add(Everything, true, now.at)
	}
	for _, name := range changed {
		p.add(name, now.stamp[name].mode.IsDir(), now.at)
	}
	last := p.last
	for _, name := range doubtful {
		p.add(name, false, now.at)
	}
	if len(changed) == 0 && !last.IsZero() {
		p.last = last
	}
}
