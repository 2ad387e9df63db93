package generator_test

import (
	"maps"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestBelowAPath opens every page of a site that stands below a path of its
// host: nothing is said on the console, nothing is asked for outside that path,
// every link leads to a page that has its element, and the search finds.
func TestBelowAPath(t *testing.T) {
	p := open(t)
	files := filesOf(t, addressed(t, "https://flood.example"+subPath))
	delete(files, "whole.html")
	address := serve(t, files)
	all := pages(t, files)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if path.Ext(name) != ".html" {
			continue
		}
		p.do(t, chromedp.Navigate(address+name))
		for _, link := range eval[[]string](t, p, `Array.from(document.links, a => a.href)`) {
			to, here := strings.CutPrefix(link, address)
			if !here && !strings.HasPrefix(link, "https://flood.example"+subPath) && !strings.HasPrefix(link, "https://example.org/post") {
				t.Errorf("%s: a link to %s", name, link)
			}
			if problem := follow(files, all, "index.html", to); here && problem != "" {
				t.Errorf("%s: %s %s", name, link, problem)
			}
		}
	}
	p.do(t, chromedp.Navigate(address+"search.html"))
	if hits := p.search(t, "1,200 people"); len(hits) == 0 {
		t.Error("the search finds nothing")
	}
	asked := p.requests()
	for _, request := range asked {
		if !strings.HasPrefix(request, address) {
			t.Errorf("a request to %s", request)
		}
	}
	if len(asked) < 20 {
		t.Errorf("%d requests", len(asked))
	}
}
