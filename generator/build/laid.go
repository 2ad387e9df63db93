package build

import (
	"io/fs"
	"path"
	"slices"
	"sync/atomic"

	"factsheet/generator/diag"
	"factsheet/generator/render"
)

// A laid is how the pages of a preview are laid out: by the newest layouts that
// can be read, and where these fail on a page, by others that stand in.
type laid struct {
	*render.Layouts
	before   *render.Layouts // the last before these that failed on no page, as far as anybody saw
	embedded *render.Layouts
	failed   atomic.Bool
}

func layEmbedded(embedded fs.FS) *laid {
	layouts, _ := render.Parse(embedded, nil)
	return &laid{Layouts: layouts, before: layouts, embedded: layouts}
}

// next is how pages are laid out by newer layouts.
func (l *laid) next(layouts *render.Layouts) *laid {
	before := l.Layouts
	if l.failed.Load() {
		before = l.before
	}
	return &laid{Layouts: layouts, before: before, embedded: l.embedded}
}

// page lays out a page. What was found is wrong with the newest layouts.
func (l *laid) page(p render.Page) (data []byte, found []diag.Diagnostic) {
	if data, found = l.Layouts.Page(p); len(found) == 0 {
		return data, nil
	}
	l.failed.Store(true)
	for _, stand := range []*render.Layouts{l.before, l.embedded} {
		if data, worse := stand.Page(p); len(worse) == 0 {
			return data, found
		}
	}
	return nil, found
}

// asset finds a static file of layouts that stand in: a page that they laid out
// asks for theirs.
func (l *laid) asset(path string) (job, bool) {
	for _, stand := range []*render.Layouts{l.before, l.embedded} {
		for _, a := range stand.Assets() {
			if a.Path == path {
				return fixed(a.Path, a.Data), true
			}
		}
	}
	return job{}, false
}

// maxTried is on how many pages of each folder of the site layouts are tried.
const maxTried = 64

// try returns what fails in the layouts when the first pages of each folder of
// the site are rendered.
func (l *laid) try(jobs []job) []diag.Diagnostic {
	var found []diag.Diagnostic
	tried := map[string]int{}
	for _, j := range jobs {
		dir := path.Dir(j.path)
		if j.page == nil || tried[dir] == maxTried {
			continue
		}
		tried[dir]++
		_, failed := l.page(j.page())
		for _, d := range failed {
			if !slices.ContainsFunc(found, func(x diag.Diagnostic) bool { return x.Place == d.Place }) {
				found = append(found, d)
			}
		}
	}
	return found
}
