package serve

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"log"
	"net"
	"net/http"
	"path"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"factsheet/generator/build"
	"factsheet/generator/panics"
)

// ownPath is the folder of addresses that are the preview's own. No page of a
// site begins so.
const ownPath = "/_preview/"

//go:embed browser
var browser embed.FS

// own are the preview's own files.
var own = map[string][]byte{
	"preview.js": script(), "preview.css": readBrowser("browser/preview.css"), "panel.css": readBrowser("browser/panel.css"),
}

// script is the preview's program: its parts in the order of their names, in a
// scope of their own.
func script() []byte {
	names, err := fs.Glob(browser, "browser/*.js")
	if err != nil || len(names) == 0 {
		panic("serve: no script is embedded")
	}
	out := []byte("(() => {\n\"use strict\";\n")
	for _, name := range names {
		out = append(append(out, readBrowser(name)...), '\n')
	}
	return append(out, "})();\n"...)
}

func readBrowser(name string) []byte {
	data, err := browser.ReadFile(name)
	if err != nil {
		panic("serve: " + err.Error())
	}
	return data
}

// assetPath is the address of one of the preview's own files, which changes
// with its bytes.
func assetPath(name string) string { return ownPath + name + "?" + tagOf(own[name]) }

// tagOf names bytes.
func tagOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:12])
}

// A Server shows the newest generation to browsers on this machine.
type Server struct {
	editor Editor
	say    func(line string)
	boot   string // another one each time the program starts
	shown  atomic.Pointer[shown]
	hub    hub
	Pages  Counter
}

// A Counter counts the pages that were made since it was last asked.
type Counter struct {
	mu         sync.Mutex
	Made       int
	Remembered int
	Took       time.Duration
}

// Take returns the counts and begins anew.
func (c *Counter) Take() (made, remembered int, took time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	made, remembered, took = c.Made, c.Remembered, c.Took
	c.Made, c.Remembered, c.Took = 0, 0, 0
	return made, remembered, took
}

func (c *Counter) add(remembered bool, took time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.Took += took
	if remembered {
		c.Remembered++
	} else {
		c.Made++
	}
}

// shown is a generation with what was made of it for browsers.
type shown struct {
	*Generation
	pages  sync.Map // path → func() response
	report func() response
}

// NewServer returns a server that shows nothing yet. It says with say what goes
// wrong in serving a page.
func NewServer(editor Editor, say func(line string)) *Server {
	if say == nil {
		say = func(string) {}
	}
	return &Server{editor: editor, say: say, boot: rand.Text(), hub: newHub()}
}

// Show makes a generation the one that is shown, then tells the browsers.
func (s *Server) Show(g *Generation) {
	now := &shown{Generation: g}
	now.report = sync.OnceValue(func() response {
		return s.safely("the list of what is wrong", func() response { return s.report(g) })
	})
	s.shown.Store(now)
	s.hub.tell(g.Number)
}

// Serve answers requests on a listener until the context ends.
func (s *Server) Serve(ctx context.Context, ln net.Listener) error {
	server := &http.Server{
		Handler:           s.Handler(ln.Addr()),
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       10 * time.Second,
		IdleTimeout:       time.Minute,
		MaxHeaderBytes:    32 << 10,
		ErrorLog:          log.New(&complaints{say: s.say}, "", 0),
	}
	context.AfterFunc(ctx, func() { server.Close() })
	err := server.Serve(ln)
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return err
}

// Handler returns the handler for requests to an address of this machine.
func (s *Server) Handler(addr net.Addr) http.Handler {
	guard := newGuard(addr)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		setHeaders(w.Header())
		if status, why := guard.refuse(r); status != 0 {
			http.Error(w, why, status)
			return
		}
		s.serve(w, r)
	})
}

// setHeaders keeps what is served from being kept, guessed at or put into the
// frame of another site.
func setHeaders(h http.Header) {
	h.Set("Cache-Control", "no-store")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Content-Security-Policy", "frame-ancestors 'none'")
	h.Set("Referrer-Policy", "no-referrer")
}

// writeTime is how long a browser may take to receive a file.
const writeTime = 30 * time.Second

func (s *Server) serve(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path == ownPath+"events" {
		s.events(w, r)
		return
	}
	res := s.answer(r)
	_ = http.NewResponseController(w).SetWriteDeadline(time.Now().Add(writeTime)) // a recorder of tests knows none
	res.write(w, r)
}

// answer returns the response to a request. All of it is of one generation.
func (s *Server) answer(r *http.Request) response {
	if name, ok := strings.CutPrefix(r.URL.Path, ownPath); ok {
		return s.answerOwn(name, r)
	}
	now := s.shown.Load()
	if now == nil {
		return s.notice(http.StatusServiceUnavailable, "Reading the project", "The page appears as soon as it is read.")
	}
	path := strings.TrimPrefix(r.URL.Path, "/")
	if path == "" || strings.HasSuffix(path, "/") {
		path += "index.html"
	}
	return s.file(now, path)
}

func (s *Server) answerOwn(name string, r *http.Request) response {
	if data, ok := own[name]; ok {
		return newResponse(http.StatusOK, name, data)
	}
	now := s.shown.Load()
	switch {
	case now == nil:
	case name == "report":
		return now.report()
	case name == "annotate":
		return s.safely("the drafts", func() response { return s.annotate(now.Generation, r.URL.Query()) })
	case name == "uncovered":
		return s.safely("the drafts", func() response { return s.uncovered(now.Generation, r.URL.Query()) })
	}
	return newResponse(http.StatusNotFound, "none.txt", []byte("no such address\n"))
}

// file returns the response with a file of the site, made once for each
// generation.
func (s *Server) file(now *shown, path string) response {
	if now.Preview == nil {
		return s.broken(now.Generation)
	}
	if made, ok := now.pages.Load(path); ok {
		return made.(func() response)()
	}
	if !now.Preview.Has(path) {
		return s.missing(now, path)
	}
	made, _ := now.pages.LoadOrStore(path, sync.OnceValue(func() response {
		return s.safely(path, func() response { return s.make(now, path) })
	}))
	return made.(func() response)()
}

// safely makes a response. A fault of the program itself takes nobody down.
func (s *Server) safely(what string, make func() response) (res response) {
	defer func() {
		if v := recover(); v != nil {
			fault := panics.Of(v)
			s.say(fmt.Sprintf("a fault of the program itself in making %s; %s", what, fault.Report()))
			res = s.notice(http.StatusInternalServerError, "A fault of the program", fmt.Sprintf("%s cannot be made: %v", what, fault.Value))
		}
	}()
	return make()
}

// make makes a file.
func (s *Server) make(now *shown, path string) response {
	start := time.Now()
	made, ok := now.Preview.File(path)
	if !ok {
		return s.missing(now, path)
	}
	if !made.Page {
		return newResponse(http.StatusOK, path, made.Data)
	}
	s.Pages.add(made.Remembered, time.Since(start))
	return s.page(now, http.StatusOK, made)
}

func (s *Server) page(now *shown, status int, made build.Made) response {
	list := now.cards.pages[made.Path]
	if len(made.Found) > 0 {
		list = append([]card{{found: made.Found}}, list...)
	}
	data := place(made.Data, list, s.editor)
	tag := tagOf(data)
	res := newResponse(status, made.Path, inject(data, tag))
	res.tag = tag
	return res
}

// missing is what hosts show where nothing stands.
func (s *Server) missing(now *shown, path string) response {
	switch {
	case strings.HasPrefix(path, "data/") && !now.Judged && now.Preview.Has(path):
		return newResponse(http.StatusServiceUnavailable, "none.txt", []byte("not made before the rules were asked; try again\n"))
	case strings.HasPrefix(path, "data/"):
		return newResponse(http.StatusNotFound, "none.txt", []byte("not there, or not made while anything is wrong\n"))
	}
	return s.page(now, http.StatusNotFound, now.Preview.NotFound())
}

// A response is what a request is answered with.
type response struct {
	status int
	kind   string // its media type
	tag    string // names its bytes
	data   []byte
}

func newResponse(status int, name string, data []byte) response {
	return response{status, mediaType(name), tagOf(data), data}
}

func (res response) write(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Content-Type", res.kind)
	h.Set("ETag", `"`+res.tag+`"`)
	if r.Header.Get("If-None-Match") == `"`+res.tag+`"` {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	h.Set("Content-Length", fmt.Sprint(len(res.data)))
	w.WriteHeader(res.status)
	if r.Method != http.MethodHead {
		_, _ = w.Write(res.data) // a browser that went away
	}
}

// mediaTypes are those of the files of a site, the same on every system.
var mediaTypes = map[string]string{
	".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
	".txt": "text/plain; charset=utf-8", ".csv": "text/csv; charset=utf-8", ".bib": "text/plain; charset=utf-8",
	".json": "application/json", ".jsonld": "application/ld+json", ".xml": "application/xml",
	".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".gif": "image/gif",
	".webp": "image/webp", ".avif": "image/avif", ".ico": "image/x-icon", ".woff2": "font/woff2",
}

func mediaType(name string) string {
	if t, ok := mediaTypes[strings.ToLower(path.Ext(name))]; ok {
		return t
	}
	return "application/octet-stream"
}
