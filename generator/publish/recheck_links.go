package publish

import (
	"bytes"
	"fmt"
	"io/fs"
	"net/url"
	"path"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// A document is what a re-check keeps of a page.
type document struct {
	ids   map[string]bool
	links []string // href and src, as written
	text  string   // with single spaces, for the quotes
}

// links reads all pages and follows their links.
func (c *checker) links() error {
	files := map[string]bool{}
	c.pages = map[string]*document{}
	err := fs.WalkDir(c.fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		files[name] = true
		c.Files++
		if path.Ext(name) != ".html" || !d.Type().IsRegular() { // which Verify tells
			return nil
		}
		data, err := fs.ReadFile(c.fsys, name)
		c.pages[name] = readDocument(data)
		return err
	})
	if err != nil {
		return err
	}
	for name, page := range c.pages {
		slices.Sort(page.links)
		for _, link := range slices.Compact(page.links) {
			if what := c.follow(files, name, link); what != "" {
				c.problem(name, fmt.Sprintf("has a link to %q, which %s", link, what))
			}
		}
	}
	return nil
}

func readDocument(data []byte) *document {
	d := &document{ids: map[string]bool{}}
	var text strings.Builder
	for z := html.NewTokenizer(bytes.NewReader(data)); z.Next() != html.ErrorToken; {
		token := z.Token()
		if token.Type == html.TextToken {
			text.WriteString(token.Data)
		}
		for _, a := range token.Attr {
			switch a.Key {
			case "id":
				d.ids[a.Val] = true
			case "href", "src":
				d.links = append(d.links, a.Val)
			}
		}
	}
	d.text = spaced(text.String())
	return d
}

// spaced returns a text with single spaces.
func spaced(s string) string { return strings.Join(strings.Fields(s), " ") }

// follow says what is wrong with a link within the folder, or "".
func (c *checker) follow(files map[string]bool, from, link string) string {
	u, err := url.Parse(link)
	switch {
	case err != nil:
		return "is no address"
	case u.Scheme != "" || u.Host != "":
		return ""
	case strings.HasPrefix(u.Path, "/"):
		return "begins at the root of the host"
	}
	c.Links++
	target := from
	if u.Path != "" {
		target = path.Join(path.Dir(from), u.Path)
	}
	page := c.pages[target]
	switch {
	case !files[target]:
		return "is not there"
	case u.Fragment != "" && page != nil && !page.ids[u.Fragment]:
		return "has no such place"
	}
	return ""
}
