package serve_test

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"factsheet/generator/build"
	"factsheet/generator/serve"
	"factsheet/layouts"
)

// injected is all that the preview puts into a page without errors.
var injected = regexp.MustCompile(`\n<link rel="stylesheet" href="/_preview/preview\.css\?[0-9a-f]+">\n<script src="/_preview/preview\.js\?[0-9a-f]+" data-tag="[0-9a-f]+" data-panel="/_preview/panel\.css\?[0-9a-f]+" defer></script>`)

// TestServedIsBuilt compares every file that is served with the one that is
// built: pages differ by the script and its policy, other files not at all.
func TestServedIsBuilt(t *testing.T) {
	s := starter(t).serve()
	in, done, err := s.open()
	s.check(err)
	defer done()
	files, err := build.Read(in, nil)
	s.check(err)
	state := build.Next(files, nil)
	if state.Errors() > 0 {
		t.Fatal("the starter has errors")
	}
	pages := 0
	for file, err := range state.Output(layouts.FS).Files(t.Context()) {
		s.check(err)
		_, body := s.get("/" + file.Path)
		if strings.Contains(string(file.Bytes()), "_preview") {
			t.Errorf("%s: a built file speaks of the preview", file.Path)
		}
		if filepath.Ext(file.Path) == ".html" {
			pages++
			if len(injected.FindAllString(body, -1)) != 1 || strings.Count(body, "; connect-src 'self';") != 1 {
				t.Errorf("%s: the script or its policy is not there once", file.Path)
			}
			body = injected.ReplaceAllString(body, "")
		}
		if diff := cmp.Diff(string(file.Bytes()), body); diff != "" {
			t.Errorf("%s (-built +served):\n%s", file.Path, diff)
		}
	}
	if pages < 5 {
		t.Errorf("%d pages compared", pages)
	}
}

// TestInjectedAnywhere lays pages out as few do: the script is in all of them.
func TestInjectedAnywhere(t *testing.T) {
	for name, base := range map[string]string{
		"without a body": `<!doctype html><html lang="en"><head><title>T</title></head><main>{{block "main" .}}{{end}}</main></html>`,
		"without ends":   `<!doctype html><html lang=en><head><title>T</title><main>{{block "main" .}}{{end}}</main>`,
	} {
		t.Run(name, func(t *testing.T) {
			s := starter(t)
			s.write("layouts/base.html", base)
			s.serve()
			if found := s.newest().Preview.Found; len(found) > 0 {
				t.Fatalf("the layout is refused: %s", found[0].Message)
			}
			for _, address := range []string{"/", "/figures.html", "/nothing.html"} {
				if _, body := s.get(address); len(injected.FindAllString(body, -1)) != 1 {
					t.Errorf("%s: the script is not there once:\n%.500s", address, body)
				}
			}
		})
	}
}

func TestAddresses(t *testing.T) {
	s := starter(t).serve()
	for address, want := range map[string]int{
		"/": 200, "/index.html": 200, "/figures.html": 200, "/sources/courier.html": 200, "/seeds/courier.txt": 200,
		"/data/facts.csv": 200, "/robots.txt": 200, "/_preview/preview.js": 200, "/_preview/preview.css": 200,
		"/figures": 404, "/Figures.html": 404, "/sources/": 404, "/nothing.html": 404, "/site.toml": 404, "/_preview/": 404, "/_preview/nothing": 404,
	} {
		if got, _ := s.get(address); got != want {
			t.Errorf("%s: status %d, want %d", address, got, want)
		}
	}
	if _, body := s.get("/nothing.html"); !strings.Contains(body, "Nothing stands at this address") || !injected.MatchString(body) {
		t.Error("the page for what was not found is not that of the site, or without the script")
	}
}

// TestDataOfNoGoodSite asks for a file for other programs, which is there only
// where nothing is wrong.
func TestDataOfNoGoodSite(t *testing.T) {
	s := starter(t)
	s.unjudged = true
	s.serve()
	if status, body := s.get("/data/facts.csv"); status != 503 || !strings.Contains(body, "try again") {
		t.Errorf("before the rules were asked: status %d, %s", status, body)
	}
	if status, _ := s.get("/data/nothing.csv"); status != 404 {
		t.Errorf("what is never there: status %d", status)
	}
	s = starter(t).serve()
	s.edit(facts, "about 400 books were soaked, the librarian", "about 500 books were soaked, the librarian")
	s.wait("the error", func(g *serve.Generation) bool { return g.Judged && g.Errors() == 1 })
	if status, body := s.get("/data/facts.csv"); status != 404 || !strings.Contains(body, "while anything is wrong") {
		t.Errorf("of a site with an error: status %d, %s", status, body)
	}
}

func TestHeaders(t *testing.T) {
	s := starter(t).serve()
	res, err := http.Get(s.url + "/figures.html")
	s.check(err)
	res.Body.Close()
	for key, want := range map[string]string{
		"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "Cross-Origin-Resource-Policy": "same-origin",
		"Content-Type": "text/html; charset=utf-8", "Access-Control-Allow-Origin": "",
	} {
		if got := res.Header.Get(key); got != want {
			t.Errorf("%s: %q, want %q", key, got, want)
		}
	}
	again, err := http.NewRequest("GET", s.url+"/figures.html", nil)
	s.check(err)
	again.Header.Set("If-None-Match", res.Header.Get("ETag"))
	if res := s.do(again); res != http.StatusNotModified {
		t.Errorf("the same bytes asked for again: status %d", res)
	}
	s.edit(facts, "About 400 books were soaked.", "Other bytes.")
	s.shows("/figures.html", "Other bytes.")
	if res := s.do(again); res != http.StatusOK {
		t.Errorf("other bytes asked for: status %d", res)
	}
}

func (s *site) do(r *http.Request) (status int) {
	s.t.Helper()
	res, err := http.DefaultClient.Do(r)
	s.check(err)
	res.Body.Close()
	return res.StatusCode
}

// raw sends bytes as they are and returns the whole answer.
func (s *site) raw(request string) string {
	s.t.Helper()
	conn, err := net.Dial("tcp", strings.TrimPrefix(s.url, "http://"))
	s.check(err)
	defer conn.Close()
	s.check(conn.SetDeadline(time.Now().Add(patience)))
	_, _ = io.WriteString(conn, request) // it may be refused before it is all sent
	_ = conn.(*net.TCPConn).CloseWrite()
	answer, _ := io.ReadAll(conn)
	return string(answer)
}

// TestHostileRequests asks for what nobody should get. A secret stands beside
// the project, one in it and one behind a link out of it.
func TestHostileRequests(t *testing.T) {
	const secret = "top secret"
	s := starter(t)
	s.check(os.WriteFile(filepath.Join(filepath.Dir(s.root), "secret.txt"), []byte(secret), 0o666))
	s.write("secret.txt", secret)
	s.write("content/.hidden.md", secret)
	s.check(os.Symlink(filepath.Join(filepath.Dir(s.root), "secret.txt"), s.path("content/link.md")))
	s.serve()
	host := strings.TrimPrefix(s.url, "http://")
	for _, path := range []string{
		"/../secret.txt", "/../../etc/passwd", "/sources/../../secret.txt", "/%2e%2e/secret.txt", "/%2e%2e%2fsecret.txt", "/..%2fsecret.txt",
		"/..%5csecret.txt", `/..\secret.txt`, "/seeds/%2e%2e/secret.txt", "//secret.txt", "///etc/passwd", "/seeds//courier.txt", "/./secret.txt",
		"/secret.txt", "/content/link.md", "/link.html", "/.hidden.html", "/content/.hidden.md", "/site.toml", "/%00", "/figures.html%00.txt", "/figures%2ehtml%2f..",
		"/seeds/courier.txt/..", "/_preview/../secret.txt", "/_preview/browser/preview.css", "/" + strings.Repeat("a/", 30000), "/" + strings.Repeat("x", 1<<20),
		"/_preview/annotate?source=../../secret&words=top", "/%", "/%zz", "*", "http://other.example/secret.txt", "secret.txt",
	} {
		answer := s.raw("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
		status, _, _ := strings.Cut(answer, "\r\n")
		if strings.Contains(answer, secret) || strings.Contains(answer, "root:") {
			t.Errorf("%.60s: a secret", path)
		}
		if strings.Contains(status, " 200 ") && !strings.Contains(path, "%2e") {
			t.Errorf("%.60s: %s", path, status)
		}
	}
	for name, request := range map[string]string{
		"nothing": "\r\n\r\n", "noise": strings.Repeat("\x00\xff", 4000) + "\r\n\r\n", "no host": "GET / HTTP/1.1\r\n\r\n",
		"large header": "GET / HTTP/1.1\r\nHost: " + host + "\r\nX: " + strings.Repeat("x", 1<<20) + "\r\n\r\n",
		"post":         "POST / HTTP/1.1\r\nHost: " + host + "\r\nContent-Length: 5\r\n\r\nhello",
		"put":          "PUT /index.html HTTP/1.1\r\nHost: " + host + "\r\nContent-Length: 5\r\n\r\nhello",
		"connect":      "CONNECT other.example:443 HTTP/1.1\r\nHost: other.example:443\r\n\r\n",
		"trace":        "TRACE / HTTP/1.1\r\nHost: " + host + "\r\n\r\n",
	} {
		if status, _, _ := strings.Cut(s.raw(request), "\r\n"); strings.Contains(status, " 200 ") {
			t.Errorf("%s: %s", name, status)
		}
	}
	if status, _ := s.get("/figures.html"); status != 200 {
		t.Errorf("after all this: status %d", status)
	}
}

func TestForeignRequests(t *testing.T) {
	s := starter(t).serve()
	own, err := url.Parse(s.url)
	s.check(err)
	for name, test := range map[string]struct {
		host    string
		headers map[string]string
		want    int
	}{
		"by number":            {own.Host, nil, 200},
		"by name":              {"localhost:" + own.Port(), nil, 200},
		"in capitals":          {"LOCALHOST:" + own.Port(), nil, 200},
		"a foreign name":       {"evil.example", nil, 403},
		"a foreign name here":  {"evil.example:" + own.Port(), nil, 403},
		"another port":         {"127.0.0.1:1", nil, 403},
		"no port":              {"127.0.0.1", nil, 403},
		"a name that ends so":  {"evil.127.0.0.1:" + own.Port(), nil, 403},
		"own origin":           {own.Host, map[string]string{"Origin": s.url}, 200},
		"a foreign origin":     {own.Host, map[string]string{"Origin": "http://evil.example"}, 403},
		"an origin of no site": {own.Host, map[string]string{"Origin": "null"}, 403},
		"another scheme":       {own.Host, map[string]string{"Origin": "https://" + own.Host}, 403},
		"a foreign picture":    {own.Host, map[string]string{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "image"}, 403},
		"a foreign frame":      {own.Host, map[string]string{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "iframe"}, 403},
		"another port's fetch": {own.Host, map[string]string{"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "no-cors"}, 403},
		"a foreign link":       {own.Host, map[string]string{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}, 200},
		"typed":                {own.Host, map[string]string{"Sec-Fetch-Site": "none", "Sec-Fetch-Mode": "navigate"}, 200},
	} {
		for _, path := range []string{"/figures.html", "/_preview/report", "/_preview/annotate?source=courier&words=books"} {
			r, err := http.NewRequest("GET", s.url+path, nil)
			s.check(err)
			r.Host = test.host
			for key, value := range test.headers {
				r.Header.Set(key, value)
			}
			if got := s.do(r); got != test.want {
				t.Errorf("%s, %s: status %d, want %d", name, path, got, test.want)
			}
		}
	}
}

// A stream is what a browser hears.
type stream struct {
	t     testing.TB
	lines *bufio.Scanner
}

func (s *site) stream(ctx context.Context) *stream {
	s.t.Helper()
	r, err := http.NewRequestWithContext(ctx, "GET", s.url+"/_preview/events", nil)
	s.check(err)
	res, err := http.DefaultClient.Do(r)
	s.check(err)
	s.t.Cleanup(func() { res.Body.Close() })
	if res.Header.Get("Content-Type") != "text/event-stream" {
		s.t.Fatalf("the stream has status %d", res.StatusCode)
	}
	return &stream{s.t, bufio.NewScanner(res.Body)}
}

type event struct {
	Boot       string
	Generation int
}

func (s *stream) next() event {
	s.t.Helper()
	for s.lines.Scan() {
		if data, ok := strings.CutPrefix(s.lines.Text(), "data: "); ok {
			var e event
			if err := json.Unmarshal([]byte(data), &e); err != nil {
				s.t.Fatal(err)
			}
			return e
		}
	}
	s.t.Fatal("the stream ended")
	return event{}
}

func TestEvents(t *testing.T) {
	s := starter(t).serve()
	ctx, stop := context.WithTimeout(t.Context(), patience)
	defer stop()
	stream := s.stream(ctx)
	first := stream.next()
	if first.Generation != s.newest().Number || first.Boot == "" {
		t.Errorf("the first event is %+v", first)
	}
	s.edit(facts, "About 400 books were soaked.", "Heard of.")
	if e := stream.next(); e.Generation <= first.Generation || e.Boot != first.Boot {
		t.Errorf("after a save the event is %+v", e)
	}
	if _, body := s.get("/figures.html"); !strings.Contains(body, "Heard of.") {
		t.Error("the event came before the page")
	}
}

// TestManyTabs opens streams that nobody reads and clients that send nothing:
// the next save is served all the same, and there is an end to streams.
func TestManyTabs(t *testing.T) {
	s := starter(t).serve()
	host := strings.TrimPrefix(s.url, "http://")
	refused := 0
	for i := range 200 {
		conn, err := net.Dial("tcp", host)
		s.check(err)
		t.Cleanup(func() { conn.Close() })
		if i%4 == 0 {
			fmt.Fprint(conn, "GET / HT") // and no more
			continue
		}
		fmt.Fprintf(conn, "GET /_preview/events HTTP/1.1\r\nHost: %s\r\n\r\n", host)
		line, err := bufio.NewReader(conn).ReadString('\n')
		s.check(err)
		if strings.Contains(line, "503") {
			refused++
		}
	}
	if refused == 0 || refused > 50 {
		t.Errorf("%d of 150 streams refused", refused)
	}
	for i := range 20 {
		s.edit(facts, "About 400 books were soaked.", fmt.Sprintf("Round %d.", i))
		s.shows("/figures.html", fmt.Sprintf("Round %d.", i))
		s.edit(facts, fmt.Sprintf("Round %d.", i), "About 400 books were soaked.")
		s.shows("/figures.html", "About 400 books were soaked.")
	}
}

// TestTabsAtOnce asks for pages on many connections while files change: each
// answer is of one generation.
func TestTabsAtOnce(t *testing.T) {
	s := starter(t)
	s.write("content/about.md", "# Version 0\n\nVersion 0, version 0.\n")
	s.serve()
	stop := make(chan bool)
	var tabs sync.WaitGroup
	for range 20 {
		tabs.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
				}
				_, body := s.get("/about.html")
				found := regexp.MustCompile(`(?i)version \d+`).FindAllString(body, -1)
				if len(found) < 3 {
					t.Errorf("a page with %q", found)
					return
				}
				for _, f := range found {
					if !strings.EqualFold(f, found[0]) {
						t.Errorf("a page of two versions: %q", found)
						return
					}
				}
			}
		})
	}
	for i := range 60 {
		s.write("content/about.md", fmt.Sprintf("# Version %d\n\nVersion %[1]d, version %[1]d.\n", i))
		time.Sleep(15 * time.Millisecond)
	}
	close(stop)
	tabs.Wait()
}

// TestBeforeTheFirst serves while nothing is read yet.
func TestBeforeTheFirst(t *testing.T) {
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	server := serve.NewServer(serve.Editor{}, nil)
	go server.Serve(t.Context(), ln)
	s := &site{t: t, url: "http://" + ln.Addr().String()}
	for path, want := range map[string]int{"/": 503, "/figures.html": 503, "/_preview/report": 404, "/_preview/preview.js": 200} {
		if got, _ := s.get(path); got != want {
			t.Errorf("%s: status %d, want %d", path, got, want)
		}
	}
	if _, body := s.get("/"); !injected.MatchString(body) {
		t.Error("the page that waits has no script to be replaced by")
	}
}
