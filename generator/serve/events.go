package serve

import (
	"fmt"
	"net/http"
	"sync"
	"time"
)

// A hub tells browsers that there is a newer generation. It never waits for
// one: a browser that is slow learns of the newest only.
type hub struct {
	mu      *sync.Mutex
	clients map[chan int]bool
}

func newHub() hub { return hub{new(sync.Mutex), map[chan int]bool{}} }

// maxClients is how many streams are kept open. The tabs of a browser share
// one.
const maxClients = 128

// join returns a channel that holds the number of the newest generation since
// it was last emptied, or nil where there are too many.
func (h *hub) join() chan int {
	h.mu.Lock()
	defer h.mu.Unlock()
	if len(h.clients) >= maxClients {
		return nil
	}
	c := make(chan int, 1)
	h.clients[c] = true
	return c
}

func (h *hub) leave(c chan int) {
	h.mu.Lock()
	defer h.mu.Unlock()
	delete(h.clients, c)
}

func (h *hub) tell(number int) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for c := range h.clients {
		select {
		case <-c:
		default:
		}
		c <- number
	}
}

const (
	beat      = 15 * time.Second // between two signs of life on a stream
	eventTime = 5 * time.Second  // that a browser may take to receive an event
)

// events streams the numbers of generations as server-sent events, first that
// of the one shown.
func (s *Server) events(w http.ResponseWriter, r *http.Request) {
	c := s.hub.join()
	if c == nil {
		http.Error(w, "too many streams", http.StatusServiceUnavailable)
		return
	}
	defer s.hub.leave(c)
	w.Header().Set("Content-Type", "text/event-stream")
	if now := s.shown.Load(); now != nil && !s.send(w, now.Number) {
		return
	}
	ticker := time.NewTicker(beat)
	defer ticker.Stop()
	for ok := true; ok; {
		select {
		case <-r.Context().Done():
			return
		case number := <-c:
			ok = s.send(w, number)
		case <-ticker.C:
			ok = flush(w, ": still here\n\n")
		}
	}
}

func (s *Server) send(w http.ResponseWriter, number int) bool {
	return flush(w, fmt.Sprintf("data: {\"boot\":%q,\"generation\":%d}\n\n", s.boot, number))
}

// flush sends a piece of a stream and reports whether somebody may have got
// it.
func flush(w http.ResponseWriter, piece string) bool {
	control := http.NewResponseController(w)
	_ = control.SetWriteDeadline(time.Now().Add(eventTime)) // a recorder of tests knows none
	if _, err := fmt.Fprint(w, piece); err != nil {
		return false
	}
	return control.Flush() == nil
}
