package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"time"

	"golang.org/x/term"

	"factsheet/generator/diag"
)

// The house rules for what the program says: one line without a capital and a
// full stop, "factsheet: " in front of a failure, and what to do about it on a
// line of its own.

// A voice speaks on standard error.
type voice struct {
	w        io.Writer
	terminal bool
	color    bool
}

func newVoice(w io.Writer) *voice {
	terminal := isTerminal(w)
	return &voice{w: w, terminal: terminal, color: terminal && colorWanted()}
}

func isTerminal(w io.Writer) bool {
	if p, ok := w.(*printer); ok {
		w = p.Writer
	}
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// colorWanted follows no-color.org, and terminals that say they have none.
func colorWanted() bool { return os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" }

// line says something. Nothing in it that an author or a file's name has put
// there reaches the terminal as a control sequence.
func (v *voice) line(format string, args ...any) {
	for line := range strings.SplitSeq(fmt.Sprintf(format, args...), "\n") {
		fmt.Fprintln(v.w, diag.Visible(line))
	}
}

func (v *voice) failure(err error) {
	v.line("factsheet: %v", err)
	if h, ok := errors.AsType[hint](err); ok {
		v.line("  help: %s", h.text)
	}
}

// progress says what the program is at once it has been at it for a second,
// on a terminal only. The returned function ends it.
func (v *voice) progress(what string) (done func()) {
	if !v.terminal {
		return func() {}
	}
	var mu sync.Mutex
	var shown, over bool
	timer := time.AfterFunc(time.Second, func() {
		mu.Lock()
		defer mu.Unlock()
		if over {
			return
		}
		shown = true
		fmt.Fprintf(v.w, "%s …", what)
	})
	return func() {
		timer.Stop()
		mu.Lock()
		defer mu.Unlock()
		over = true
		if shown {
			fmt.Fprint(v.w, "\r\x1b[K")
		}
	}
}

// count is a number with its noun: "1 fact", "12 facts".
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// took is a duration as people read it.
func took(since time.Time) string {
	d := time.Since(since)
	if d < time.Second {
		return fmt.Sprintf("%d ms", d.Milliseconds())
	}
	return fmt.Sprintf("%.1f s", d.Seconds())
}
