package serve

import (
	"log"
	"net/http"
	"slices"
	"strings"
	"testing"
)

func TestComplaints(t *testing.T) {
	var said []string
	l := log.New(&complaints{say: func(line string) { said = append(said, line) }}, "", 0)
	for ms := range 3 {
		l.Printf("http: Accept error: accept tcp 127.0.0.1:4000: too many open files; retrying in %dms", ms)
	}
	l.Print("http: something else")
	want := []string{"serving pages: accept tcp 127.0.0.1:4000: too many open files", "serving pages: something else"}
	if !slices.Equal(said, want) {
		t.Errorf("said %q", said)
	}
}

// TestSafely lets the program itself fail over an answer.
func TestSafely(t *testing.T) {
	var said []string
	s := NewServer(Editor{}, func(line string) { said = append(said, line) })
	res := s.safely("the drafts", func() response { panic("out of step") })
	if res.status != http.StatusInternalServerError || !strings.Contains(string(res.data), "the drafts cannot be made: out of step") {
		t.Errorf("status %d: %s", res.status, res.data)
	}
	if len(said) != 1 || !strings.Contains(said[0], "please report it") {
		t.Errorf("said %q", said)
	}
}
