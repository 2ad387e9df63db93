package render

import (
	"bytes"
	"strings"
)

// addresses makes addresses from the root of the site relative to one page.
type addresses struct {
	page   string // its own address
	prefix string // from the page to the root
	whole  string // the same for links where the page may be shown anywhere; or ""
}

// newAddresses leads back to the root by "../" for each folder. A host shows
// the page for what was not found at any address, so that its links need the
// whole address of the site where that is known. What it loads does not: no
// request leaves the folder.
func newAddresses(p Page) addresses {
	a := addresses{page: p.Link, prefix: strings.Repeat("../", strings.Count(p.Link, "/"))}
	if p.Kind == "notfound" {
		a.whole = p.Site.BaseURL
	}
	return a
}

// append appends an address to out, that of a link or of what a page loads.
func (a addresses) append(out, address []byte, link bool) []byte {
	if !isRelative(address) {
		return append(out, address...)
	}
	if link && a.whole != "" {
		return append(append(out, a.whole...), address...)
	}
	if own, fragment, ok := bytes.Cut(address, []byte("#")); ok && string(own) == a.page {
		return append(append(out, '#'), fragment...)
	}
	return append(append(out, a.prefix...), address...)
}

// isRelative reports whether an address has no scheme, is no place on the page
// itself and does not begin at the root of a host.
func isRelative(address []byte) bool {
	if len(address) == 0 || address[0] == '#' || address[0] == '/' {
		return false
	}
	end := bytes.IndexAny(address, ":/?#")
	return end < 0 || address[end] != ':'
}
