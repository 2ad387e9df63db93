package build

import (
	"cmp"
	"context"
	"iter"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"factsheet/generator/diag"
	"factsheet/generator/panics"
	"factsheet/generator/render"
)

// A job makes a file of the site, or the index of the search, which may be many
// files.
type job struct {
	path string
	page func() render.Page                     // nil for what is no page
	make func(out func(File)) []diag.Diagnostic // of what is no page
	from diag.Place                             // what the file is made from, where that is one place
	// sound says that the file can be made only of a dossier in which
	// nothing is wrong.
	sound bool
	// check parses a hand-written page that is about to be rendered and
	// looks at its links, so that it is parsed once; nil for other pages.
	check func(*render.Page) []diag.Diagnostic
	// cost is how much there is to do, as a number of facts.
	cost int
}

// Files yields the files of the site as they are made, on all cores and in no
// order: those that take longest are begun first, so that no core waits for
// another at the end. Where pages cannot be rendered it ends with the error of
// the first of them by path, and of all links of hand-written pages, which is
// of type [Findings].
func (o *Output) Files(ctx context.Context) iter.Seq2[File, error] {
	return func(yield func(File, error) bool) {
		inner, stop := context.WithCancel(ctx)
		defer stop()
		var failed result
		var catch panics.Catcher
		for r := range o.results(inner, &catch) {
			switch {
			case r.err != nil && (failed.err == nil || r.file.Path < failed.file.Path):
				failed = r
			case r.err == nil && failed.err == nil && !yield(r.file, nil):
				return
			}
		}
		catch.Throw()
		if failed.err == nil {
			failed.err = ctx.Err()
		}
		if failed.err != nil {
			yield(File{}, o.whole(failed.err))
		}
	}
}

// whole adds to what is wrong with one page what is wrong with the links of all
// others.
func (o *Output) whole(err error) error {
	found, ok := err.(Findings)
	if !ok || o.links.told {
		return err
	}
	all := Findings(o.links.check())
	for _, d := range found {
		if !slices.ContainsFunc(all, func(x diag.Diagnostic) bool { return x.Code == d.Code && x.Place == d.Place }) {
			all = append(all, d)
		}
	}
	diag.Sort(all)
	return all
}

type result struct {
	file File
	err  error
}

// results makes all files until the context ends. After a failure only those
// are made that come before by path, since one of these may fail as well.
func (o *Output) results(ctx context.Context, catch *panics.Catcher) <-chan result {
	queue := slices.Clone(o.jobs)
	slices.SortStableFunc(queue, func(a, b job) int { return cmp.Compare(b.cost, a.cost) })
	out := make(chan result)
	var next atomic.Int64
	var failed atomic.Pointer[string]
	var workers sync.WaitGroup
	send := func(r result) {
		select {
		case out <- r:
		case <-ctx.Done():
		}
	}
	work := func() {
		for i := next.Add(1) - 1; int(i) < len(queue) && ctx.Err() == nil; i = next.Add(1) - 1 {
			if path := failed.Load(); path != nil && *path < queue[i].path {
				continue
			}
			found := o.run(queue[i], func(f File) { send(result{file: f}) })
			if len(found) > 0 {
				failed.Store(&queue[i].path)
				send(result{File{Path: queue[i].path}, Findings(found)})
			}
		}
	}
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() { catch.Do(work) })
	}
	go func() {
		workers.Wait()
		close(out)
	}()
	return out
}

func (o *Output) run(j job, out func(File)) []diag.Diagnostic {
	if j.page == nil {
		return j.make(out)
	}
	shown := j.page()
	if j.check != nil {
		if found := j.check(&shown); len(found) > 0 {
			return found
		}
	}
	data, found := o.memory.render(o.site.layouts, shown)
	if len(found) == 0 {
		out(File{Path: j.path, Data: data})
	}
	return found
}
