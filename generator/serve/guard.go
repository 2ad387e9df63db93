package serve

import (
	"net"
	"net/http"
	"net/url"
	"strings"
)

// A guard refuses requests that no page of the preview and nobody at this
// machine makes: a foreign site may send requests here, or give its own name
// this machine's address.
type guard struct{ hosts map[string]bool }

// newGuard lets in requests to a listener's address by its number and by the
// names of this machine.
func newGuard(addr net.Addr) guard {
	g := guard{map[string]bool{}}
	host, port, err := net.SplitHostPort(addr.String())
	if err != nil {
		return g
	}
	for _, name := range []string{host, "localhost", "127.0.0.1", "::1"} {
		g.hosts[net.JoinHostPort(name, port)] = true
		if port == "80" {
			g.hosts[name] = true
		}
	}
	return g
}

// Longest addresses, in bytes as they come in. A page that is asked what to
// cite sends the words.
const (
	maxAddress  = 2048
	maxQuestion = 16 << 10
)

// refuse returns the status with which a request is refused and why, or 0.
func (g guard) refuse(r *http.Request) (status int, why string) {
	switch {
	case !g.hosts[strings.ToLower(r.Host)]:
		return http.StatusForbidden, "this is a preview for this machine alone"
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		return http.StatusMethodNotAllowed, "nothing is written here"
	case g.isForeign(r):
		return http.StatusForbidden, "another site asked for this"
	case len(r.RequestURI) > maxAddress && (len(r.RequestURI) > maxQuestion || !strings.HasPrefix(r.RequestURI, ownPath)):
		return http.StatusRequestURITooLong, "no address is so long"
	case !isPlain(r.URL):
		return http.StatusBadRequest, "no page has such an address"
	}
	return 0, ""
}

// isForeign reports whether another site made a request. To follow a link from
// there is no harm.
func (g guard) isForeign(r *http.Request) bool {
	if origin := r.Header.Get("Origin"); origin != "" {
		u, err := url.Parse(origin)
		return err != nil || u.Scheme != "http" || !g.hosts[strings.ToLower(u.Host)]
	}
	switch r.Header.Get("Sec-Fetch-Site") {
	case "", "none", "same-origin":
		return false
	}
	return r.Header.Get("Sec-Fetch-Mode") != "navigate" || r.Header.Get("Sec-Fetch-Dest") != "document"
}

// isPlain reports whether the path of an address names a file in one way only:
// without steps up or nowhere, encoded separators and characters that end a
// name.
func isPlain(u *url.URL) bool {
	encoded := strings.ToLower(u.EscapedPath())
	if !strings.HasPrefix(u.Path, "/") || strings.Contains(encoded, "%2f") || strings.ContainsAny(u.Path, "\\\x00\r\n") {
		return false
	}
	segments := strings.Split(u.Path[1:], "/")
	for i, s := range segments {
		if s == "." || s == ".." || s == "" && i < len(segments)-1 {
			return false
		}
	}
	return true
}
