package serve

import (
	"strings"
	"sync"
)

// complaints passes on what the HTTP server of the standard library has to say,
// such as that it can open no more connections, but not again and again.
type complaints struct {
	say  func(line string)
	mu   sync.Mutex
	last string
}

// Write takes one line.
func (c *complaints) Write(line []byte) (int, error) {
	said, _, _ := strings.Cut(strings.TrimSpace(string(line)), "; retrying in ")
	said = "serving pages: " + strings.TrimPrefix(strings.TrimPrefix(said, "http: "), "Accept error: ")
	c.mu.Lock()
	defer c.mu.Unlock()
	if said != c.last {
		c.last = said
		c.say(said)
	}
	return len(line), nil
}
