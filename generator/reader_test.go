package generator_test

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// A query is what a reader brings to this repository's own site.
type query struct {
	Ask    string
	False  bool     // the question takes for granted what no text says
	Search string   // what the reader types; "" where a link of the first page leads there
	At     string   // the page and fragment where the answer stands
	Answer []string // the words of the answer, as they stand there
}

// A reader's phone: CSS pixels.
const (
	phoneWidth  = 360
	phoneHeight = 740
)

// TestReaders holds the site to the questions of testdata/reader.json: the
// answer is at most a click from the first page away, or a search of at most
// three words, and stands open to be read within two screens of a phone.
func TestReaders(t *testing.T) {
	table := queries(t)
	p := open(t)
	_, address := onDisk(t, project(t))
	p.do(t, chromedp.EmulateViewport(phoneWidth, phoneHeight), chromedp.Navigate(address+"index.html"))
	links := eval[[]string](t, p, `Array.from(document.links).filter(a => a.checkVisibility()).map(a => a.getAttribute("href"))`)
	for _, q := range table {
		if q.Search == "" && !slices.Contains(links, q.At) {
			t.Errorf("%s: the first page does not lead to %s", q.Ask, q.At)
		}
	}
	p.do(t, chromedp.Navigate(address+"search.html"))
	for _, q := range table {
		if q.Search == "" {
			continue
		}
		if hits := p.search(t, q.Search); !slices.Contains(hits[:min(3, len(hits))], q.At) {
			t.Errorf("%s: %q finds %v first, not %s", q.Ask, q.Search, hits[:min(5, len(hits))], q.At)
		}
	}
	for _, q := range table {
		p.do(t, chromedp.Navigate(address+q.At))
		for _, words := range q.Answer {
			if got := p.standsAt(t, q.At, words); got != "" {
				t.Errorf("%s: at %s, %q %s", q.Ask, q.At, words, got)
			}
		}
	}
}

// queries reads the table, which has forty questions, ten of them with a false
// premise.
func queries(t *testing.T) []query {
	t.Helper()
	data, err := os.ReadFile("testdata/reader.json")
	if err != nil {
		t.Fatal(err)
	}
	var table []query
	if err := json.Unmarshal(data, &table); err != nil {
		t.Fatal(err)
	}
	wrong := 0
	for _, q := range table {
		if len(q.Answer) == 0 || len(strings.Fields(q.Search)) > 3 {
			t.Errorf("%s: no answer, or more than three words to type", q.Ask)
		}
		if q.False {
			wrong++
		}
	}
	if len(table) < 40 || wrong < 10 {
		t.Errorf("%d questions, %d of them with a false premise", len(table), wrong)
	}
	return table
}

// standsAt says what keeps words from being read where a link leads to, or "".
func (p *tab) standsAt(t *testing.T, link, words string) string {
	t.Helper()
	_, id, _ := strings.Cut(link, "#")
	return eval[string](t, p, fmt.Sprintf("(%s)(%q, %q, %d)", standsAt, id, words, 2*phoneHeight))
}

// standsAt looks for words among the text nodes that follow an element, and
// for what is painted where they stand.
const standsAt = `function (id, words, most) {
	const from = id ? document.getElementById(id) : document.body;
	if (!from) return "has no such place";
	const top = from.getBoundingClientRect().top;
	if (id && (top < 0 || top > innerHeight)) return "has its place at " + top + ", off the screen";
	let text = "";
	const at = [];
	const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	for (let n; (n = walker.nextNode());) {
		if (!n.parentElement.checkVisibility() || !(from.contains(n) || from.compareDocumentPosition(n) & Node.DOCUMENT_POSITION_FOLLOWING)) continue;
		for (let i = 0; i < n.data.length; i++) {
			const c = /\s/.test(n.data[i]) ? " " : n.data[i];
			if (c === " " && text.endsWith(" ")) continue;
			text += c;
			at.push([n, i]);
		}
	}
	const start = text.indexOf(words);
	if (start < 0) return "does not stand there to be read";
	const range = document.createRange();
	range.setStart(...at[start]);
	const [last, i] = at[start + words.length - 1];
	range.setEnd(last, i + 1);
	const below = Math.round(range.getBoundingClientRect().bottom);
	if (below > most) return "ends " + below + " pixels below the top of the screen";
	range.startContainer.parentElement.scrollIntoView({ behavior: "instant", block: "center" });
	const box = range.getClientRects()[0];
	const shown = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
	return shown && shown.contains(range.startContainer) ? "" : "is covered";
}`
