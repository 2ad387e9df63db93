package serve_test

import (
	"context"
	"fmt"
	"net"
	"os"
	"os/exec"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// chromium starts a browser, or leaves the test out where there is none; with
// FACTSHEET_CI=1 that fails.
func chromium(t *testing.T) context.Context {
	t.Helper()
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if found, err := exec.LookPath(name); err == nil {
			path = found
			break
		}
	}
	if path == "" {
		if os.Getenv("FACTSHEET_CI") == "1" {
			t.Fatal("no Chromium is found, and nothing is left out here")
		}
		t.Skip("no Chromium is found: what happens in a browser is not tested")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.WindowSize(900, 500),
		chromedp.Flag("enable-caret-browsing", true)) // as F7 does
	ctx, stopAllocator := chromedp.NewExecAllocator(t.Context(), options...)
	ctx, stop := chromedp.NewContext(ctx)
	ctx, stopTimeout := context.WithTimeout(ctx, 10*time.Minute)
	t.Cleanup(func() {
		stopTimeout()
		stop()
		stopAllocator()
	})
	if err := chromedp.Do(ctx); err != nil { // starts it
		t.Fatal(err)
	}
	return ctx
}

// A tab is a page in a browser.
type tab struct {
	t   *testing.T
	ctx context.Context
}

// tab opens an address in a tab of its own.
func (s *site) tab(ctx context.Context, address string) *tab {
	s.t.Helper()
	ctx, stop := chromedp.NewContext(ctx)
	s.t.Cleanup(stop)
	tb := &tab{s.t.(*testing.T), ctx}
	tb.load(s.url + address)
	return tb
}

// load goes to an address.
func (tb *tab) load(address string) {
	tb.t.Helper()
	tb.run(chromedp.Navigate(address))
	tb.until(`document.querySelector("factsheet-preview") !== null`)
	tb.do(`window.mark = "not loaded anew"; window.marked = new Set();
		new MutationObserver((list) => { for (const m of list) if (m.target.hasAttribute("data-preview-changed")) marked.add(m.target.id); })
			.observe(document.body, { subtree: true, attributes: true, attributeFilter: ["data-preview-changed"] });`)
}

func (tb *tab) run(actions ...chromedp.Action[chromedp.Void]) {
	tb.t.Helper()
	if err := chromedp.Do(tb.ctx, actions...); err != nil {
		tb.t.Fatal(err)
	}
}

// do evaluates an expression of the page for what it does.
func (tb *tab) do(expression string) {
	tb.t.Helper()
	tb.run(chromedp.Evaluate[chromedp.Void](expression))
}

// eval returns what an expression of the page is worth.
func eval[T any](tb *tab, expression string) T {
	tb.t.Helper()
	value, err := chromedp.Run(tb.ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		tb.t.Fatal(err)
	}
	return value
}

// until waits until an expression of the page is true.
func (tb *tab) until(expression string) {
	tb.t.Helper()
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		if eval[bool](tb, "!!("+expression+")") {
			return
		}
	}
	tb.t.Fatalf("waited in vain for %s\npanel: %s\n%s", expression,
		eval[string](tb, `document.querySelector("factsheet-preview").shadowRoot.textContent`),
		eval[string](tb, `document.body.innerText`))
}

// stays sees that the page was not loaded anew.
func (tb *tab) stays() {
	tb.t.Helper()
	if !eval[bool](tb, `window.mark === "not loaded anew"`) {
		tb.t.Error("the page was loaded anew")
	}
}

const shade = `document.querySelector("factsheet-preview").shadowRoot`

// long is a project with a page that is longer than a window: a sheet of many
// claims.
func long(t *testing.T) *site {
	t.Helper()
	s := starter(t)
	var b strings.Builder
	for i := range 40 {
		fmt.Fprintf(&b, "[[claims]]\nid = \"claim-%02d\"\nstatement = \"Nobody was hurt, number %[1]d.\"\nallow = [{ code = \"statement-unsupported\", because = \"a test\" }]\n"+
			"evidence = [{ source = \"courier\", quote = \"Nobody was hurt\" }]\n\n", i)
	}
	s.write("content/annotations/claims.toml", b.String())
	return s.serve()
}

// TestBrowserUpdates edits a fact: its new words are seen without the page
// being loaded anew, and scroll, focus, opened details and the chosen colours
// stay.
func TestBrowserUpdates(t *testing.T) {
	ctx := chromium(t)
	s := long(t)
	s.write("content/notes.md", "# Notes\n\nFirst words.\n")
	s.shows("/notes.html", "First words.")
	tb := s.tab(ctx, "/claims.html")
	tb.do(`document.getElementById("_theme").click()`)
	tb.do(`document.querySelector("#claim-20 a").focus({ preventScroll: true })`)
	tb.do(`document.getElementById("claim-20").scrollIntoView({ block: "start", behavior: "instant" })`)
	top := `document.getElementById("claim-20").getBoundingClientRect().top`
	before, theme := eval[float64](tb, top), eval[string](tb, `document.documentElement.dataset.theme`)
	s.edit("content/annotations/claims.toml", "number 20.", "number *twenty*.")
	tb.until(`document.querySelector("#claim-20").innerText.includes("number twenty")`)
	tb.stays()
	if after := eval[float64](tb, top); after < before-2 || after > before+2 {
		t.Errorf("what was at %v is at %v", before, after)
	}
	if !eval[bool](tb, `document.activeElement === document.querySelector("#claim-20 a")`) {
		t.Error("the focus is lost")
	}
	if got := eval[string](tb, `document.documentElement.dataset.theme`); got != theme || theme == "" {
		t.Errorf("the colours were %q and are %q", theme, got)
	}
	tb.until(`marked.has("claim-20")`)
	tb.until(`!document.getElementById("claim-20").hasAttribute("data-preview-changed")`)

	// above what is looked at something grows: that stays where it is
	before = eval[float64](tb, top)
	s.write("content/annotations/claims.toml", strings.NewReplacer( // at once: what is changed alone would be brought into sight
		"id = \"claim-00\"", "id = \"claim-00\"\nnote = \"One line more.\"",
		"number *twenty*.", "number *XX*.",
	).Replace(s.read("content/annotations/claims.toml")))
	tb.until(`document.querySelector("#claim-00").innerText.includes("One line more") && document.querySelector("#claim-20").innerText.includes("XX")`)
	if after := eval[float64](tb, top); after < before-2 || after > before+2 {
		t.Errorf("what was at %v is at %v", before, after)
	}
	tb.stays()
}

// TestBrowserReveals changes what is out of sight: it is brought into sight.
func TestBrowserReveals(t *testing.T) {
	ctx := chromium(t)
	s := long(t)
	tb := s.tab(ctx, "/claims.html")
	s.edit("content/annotations/claims.toml", "number 35.", "number *thirty-five*.")
	tb.until(`document.querySelector("#claim-35").innerText.includes("thirty-five")`)
	tb.until(`(() => { const b = document.querySelector("#claim-35").getBoundingClientRect(); return b.top < innerHeight && b.bottom > 0; })()`)
	tb.stays()

	calm := s.tab(ctx, "/claims.html")
	_, err := chromedp.Call(calm.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-reduced-motion", Value: "reduce"}},
	})
	s.check(err)
	s.edit("content/annotations/claims.toml", "number 30.", "number *thirty*.")
	calm.until(`document.querySelector("#claim-30").innerText.includes("thirty")`)
	if eval[bool](calm, `marked.size > 0`) {
		t.Error("marked although reduced motion is asked for")
	}
}

// TestBrowserErrors breaks a quote, a file and a record: card and panel come,
// and go.
func TestBrowserErrors(t *testing.T) {
	ctx := chromium(t)
	s := starter(t).serve()
	tb := s.tab(ctx, "/figures.html")
	good := s.read(facts)
	s.edit(facts, "about 400 books were soaked, the librarian", "about 500 books were soaked, the librarian")
	tb.until(`document.querySelector("#books-soaked > .preview-card")?.innerText.includes("quote-not-found")`)
	tb.until(shade + `.querySelector(".summary").textContent.includes("1 error")`)
	if !eval[bool](tb, `getComputedStyle(document.querySelector("#books-soaked > header")).display === "none"`) {
		t.Error("the fact is seen beside its card")
	}
	if wide := eval[float64](tb, `document.querySelector("#books-soaked > .preview-card").offsetWidth / document.querySelector("#books-soaked").offsetWidth`); wide < 0.9 {
		t.Errorf("the card is %.2f times as wide as the fact", wide)
	}
	tb.do(shade + `.querySelector(".summary").click()`)
	link := eval[string](tb, shade+`.querySelector(".findings a.place").href`)
	if !strings.HasPrefix(link, "vscode://file"+s.path(facts)+":") {
		t.Errorf("the link to the editor: %s", link)
	}
	s.write(facts, good)
	tb.until(`document.querySelector(".preview-card") === null`)
	tb.until(shade + `.querySelector(".panel").hidden`)
	tb.stays()

	s.write(facts, good+"\n= 1\n")
	tb.until(`document.querySelector("main > .preview-card")?.innerText.includes("syntax") && document.querySelector("#books-soaked") !== null`)
	s.edit(facts, "\n= 1\n", "")
	s.edit(facts, "value     = 400", "valve     = 400")
	tb.until(`document.querySelector('.preview-card[data-for="books-soaked"]')?.innerText.includes("valve")`)
	s.write(facts, good)
	tb.until(`document.querySelector(".preview-card") === null && document.querySelector("#books-soaked") !== null`)
	tb.stays()
}

// TestBrowserChecking shows pages before the rules were asked: the panel says
// that they are.
func TestBrowserChecking(t *testing.T) {
	ctx := chromium(t)
	s := starter(t)
	s.unjudged = true
	s.serve()
	tb := s.tab(ctx, "/figures.html")
	tb.until(shade + `.querySelector(".summary").textContent.includes("checking")`)
	s.edit(facts, "About 400 books were soaked.", "About 400 books were *soaked*.")
	tb.until(`document.querySelector("#books-soaked em")?.textContent === "soaked"`)
	tb.until(shade + `.querySelector(".summary").textContent.includes("checking")`)
	tb.stays()
}

// TestBrowserFault lets the program itself fail once: the panel says that the
// pages may be old, until there is something newer.
func TestBrowserFault(t *testing.T) {
	ctx := chromium(t)
	s := starter(t)
	var faulty atomic.Bool
	s.onShow = func() {
		if faulty.CompareAndSwap(true, false) {
			panic("out of step")
		}
	}
	s.serve()
	tb := s.tab(ctx, "/figures.html")
	tb.until(`document.querySelector("#books-soaked") !== null`)
	faulty.Store(true)
	s.edit(facts, "About 400 books were soaked.", "About 400 books were *soaked*.")
	tb.until(shade + `.querySelector(".panel").hidden === false && ` + shade + `.querySelector(".summary").textContent.includes("the program failed")`)
	s.edit(facts, "About 400 books were *soaked*.", "About 400 books were **soaked**.")
	tb.until(shade + `.querySelector(".panel").hidden === true && document.querySelector("#books-soaked strong") !== null`)
	tb.stays()
}

// TestBrowserStyle changes the style sheet: at no moment is the page without
// one.
func TestBrowserStyle(t *testing.T) {
	ctx := chromium(t)
	s := starter(t)
	s.write("layouts/static/style.css", "h1 { color: rgb(1, 2, 3) }")
	s.serve()
	tb := s.tab(ctx, "/figures.html")
	color := `getComputedStyle(document.querySelector("main h1")).color`
	tb.until(color + ` === "rgb(1, 2, 3)"`)
	tb.do(`window.seen = new Set(); (function look() { seen.add(` + color + `); requestAnimationFrame(look); })()`)
	s.write("layouts/static/style.css", "h1 { color: rgb(4, 5, 6) }")
	tb.until(color + ` === "rgb(4, 5, 6)"`)
	tb.until(`document.querySelectorAll('link[rel="stylesheet"][href^="assets/"]').length === 1`)
	if seen := eval[[]string](tb, `Array.from(seen)`); len(seen) > 2 {
		t.Errorf("colours seen: %q", seen)
	}
	tb.stays()
}

// TestBrowserStructure adds, removes and moves facts, and changes the layout.
func TestBrowserStructure(t *testing.T) {
	ctx := chromium(t)
	s := starter(t).serve()
	tb := s.tab(ctx, "/claims.html")
	ids := `Array.from(document.querySelectorAll("main [id]"), (e) => e.id).filter((id) => /^(a-first|b-second|nobody-hurt|z-last)$/.test(id)).join()`
	claim := func(id string) string {
		return fmt.Sprintf("[[claims]]\nid = %q\nstatement = \"Nobody was hurt.\"\nevidence = [{ source = \"courier\", quote = \"Nobody was hurt\" }]\n", id)
	}
	for _, list := range []string{"a-first", "a-first,b-second", "b-second", "a-first,b-second,z-last", "z-last", ""} {
		var b strings.Builder
		want := []string{}
		for _, id := range strings.Split(list+",nobody-hurt", ",") {
			if id != "" && id != "nobody-hurt" {
				b.WriteString(claim(id))
			}
		}
		for _, id := range []string{"a-first", "b-second", "nobody-hurt", "z-last"} {
			if id == "nobody-hurt" || strings.Contains(list, id) {
				want = append(want, id)
			}
		}
		s.write("content/annotations/more.toml", b.String())
		tb.until(fmt.Sprintf("%s === %q", ids, strings.Join(want, ",")))
	}
	tb.stays()
	s.write("layouts/claim.md", "no layout")
	s.write("layouts/partials/section.html", `<article class="fact" id="{{.ID}}"><h2>Laid out anew</h2><div>{{section .Section .Lang}}</div></article>`)
	tb.until(`document.querySelector("#nobody-hurt h2").textContent === "Laid out anew"`)
	tb.until(`document.querySelector("[data-preview-changed]") === null`)
	served := eval[string](tb, `document.querySelector("main").innerHTML`)
	fresh := s.tab(ctx, "/claims.html")
	if want := eval[string](fresh, `document.querySelector("main").innerHTML`); served != want {
		t.Errorf("after all edits the page is\n%s\nloaded anew it is\n%s", served, want)
	}
}

// TestBrowserScripts changes a script of the site: only a page loaded anew runs
// it.
func TestBrowserScripts(t *testing.T) {
	ctx := chromium(t)
	s := starter(t)
	s.write("layouts/static/site.js", "window.version = 1;")
	s.serve()
	tb := s.tab(ctx, "/figures.html")
	tb.until(`window.version === 1`)
	s.write("layouts/static/site.js", "window.version = 2;")
	tb.until(`window.version === 2`)
}

// TestBrowserTabs opens more tabs than a browser has connections: all learn of
// a change once they are looked at, and only one listens.
func TestBrowserTabs(t *testing.T) {
	ctx := chromium(t)
	s := starter(t).serve()
	var tabs []*tab
	for range 10 {
		tabs = append(tabs, s.tab(ctx, "/figures.html"))
	}
	s.edit(facts, "About 400 books were soaked.", "About 400 books were *soaked*.")
	for _, tb := range tabs {
		tb.until(`document.querySelector("#books-soaked em")?.textContent === "soaked"`)
		tb.stays()
	}
}

// TestBrowserHiddenTab hides the tab that listens, whose timers browsers let sleep:
// another one listens from then on, until it is hidden in turn.
func TestBrowserHiddenTab(t *testing.T) {
	ctx := chromium(t)
	s := starter(t).serve()
	var tabs []*tab
	for range 2 {
		tb := s.tab(ctx, "/figures.html")
		tb.do(`window.listens = false;
			window.EventSource = class extends EventSource {
				constructor(address) { super(address); window.listens = true; }
				close() { super.close(); window.listens = false; }
			};
			window.look = (state) => {
				Object.defineProperty(document, "visibilityState", { value: state, configurable: true });
				document.dispatchEvent(new Event("visibilitychange"));
			};`)
		tabs = append(tabs, tb)
	}
	first, second := tabs[0], tabs[1]
	first.do(`look("hidden")`)
	second.until(`listens`)
	s.edit(facts, "About 400 books were soaked.", "About 400 books were *soaked*.")
	second.until(`document.querySelector("#books-soaked em") !== null`)
	if eval[bool](first, `document.querySelector("#books-soaked em") !== null`) {
		t.Error("a tab that nobody looks at asked for its page")
	}
	first.do(`look("visible")`)
	first.until(`document.querySelector("#books-soaked em") !== null`)
	second.do(`look("hidden")`)
	first.until(`listens`)
	second.until(`!listens`)
}

// TestBrowserReconnects ends the server and starts another one at the same
// address, with other bytes: every tab says so in between.
func TestBrowserReconnects(t *testing.T) {
	ctx := chromium(t)
	s := starter(t)
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	s.check(err)
	stop := s.serveOn(ln)
	s.shows("/figures.html", "soaked")
	tb, other := s.tab(ctx, "/figures.html"), s.tab(ctx, "/figures.html")
	stop()
	tb.until(shade + `.querySelector(".summary").textContent.includes("does not answer")`)
	other.until(shade + `.querySelector(".summary").textContent.includes("does not answer")`)
	s.edit(facts, "About 400 books were soaked.", "After the restart.")
	ln, err = net.Listen("tcp", ln.Addr().String())
	s.check(err)
	s.serveOn(ln)
	tb.until(`document.querySelector("#books-soaked").innerText.includes("After the restart.")`)
	for _, tb := range []*tab{tb, other} {
		tb.until("!" + shade + `.querySelector(".summary").textContent.includes("does not answer")`)
		tb.stays()
	}
}
