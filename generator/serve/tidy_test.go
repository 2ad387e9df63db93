package serve_test

import (
	"runtime"
	"runtime/debug"
	"strings"
	"testing"
	"time"
)

// TestTidy leaves much garbage before a save, where nothing else collects any.
func TestTidy(t *testing.T) {
	s := starter(t).serve()
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	before := collections()
	litter := strings.Repeat("litter", 20<<20)
	s.edit(facts, "About 400 books were soaked.", "About 400 books were *soaked*.")
	s.shows("/figures.html", "were <em>soaked</em>")
	runtime.KeepAlive(litter)
	for deadline := time.Now().Add(patience); collections() == before; time.Sleep(10 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("nobody collects it")
		}
	}
}

func collections() uint32 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.NumGC
}
