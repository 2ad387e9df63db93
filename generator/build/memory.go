package build

import (
	"io/fs"
	"reflect"
	"slices"
	"sync"

	"factsheet/generator/diag"
	"factsheet/generator/render"
	"factsheet/generator/text"
)

// maxRemembered is how many pages a preview remembers: those that somebody
// looks at, not all of a large site.
const maxRemembered = 512

// A memory holds pages with the values that they were made from. A nil memory
// is one that remembers nothing.
type memory struct {
	most int

	mu    sync.Mutex
	pages map[string]remembered

	files   []*text.File // of the layouts parsed last
	layouts *render.Layouts
	found   []diag.Diagnostic
}

type remembered struct {
	layouts *render.Layouts
	page    render.Page
	data    []byte
}

func newMemory(most int) *memory { return &memory{most: most, pages: map[string]remembered{}} }

// parse parses layouts; the same files are the same layouts again.
func (m *memory) parse(embedded fs.FS, own []*text.File) (*render.Layouts, []diag.Diagnostic) {
	if m == nil {
		return render.Parse(embedded, own)
	}
	if m.layouts == nil || !slices.Equal(own, m.files) {
		m.files = own
		m.layouts, m.found = render.Parse(embedded, own)
	}
	return m.layouts, m.found
}

// render renders a page, if it is none that is remembered.
func (m *memory) render(l *render.Layouts, p render.Page) ([]byte, []diag.Diagnostic) {
	if m == nil {
		return l.Page(p)
	}
	if data, ok := m.recall(l, p); ok {
		return data, nil
	}
	data, found := l.Page(p)
	if len(found) == 0 {
		m.store(l, p, data)
	}
	return data, found
}

// recall returns the bytes of a page that was made by the same layouts of an
// equal value. What the links of a hand-written page lead to is no part of its
// value, so that such pages are not remembered.
func (m *memory) recall(l *render.Layouts, p render.Page) ([]byte, bool) {
	m.mu.Lock()
	old, ok := m.pages[p.Link]
	m.mu.Unlock()
	if !ok || p.Resolve != nil || old.layouts != l || !reflect.DeepEqual(old.page, p) {
		return nil, false
	}
	return old.data, true
}

func (m *memory) store(l *render.Layouts, p render.Page, data []byte) {
	if p.Resolve != nil {
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if len(m.pages) >= m.most {
		clear(m.pages)
	}
	m.pages[p.Link] = remembered{l, p, data}
}
