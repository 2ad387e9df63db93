package serve

import (
	"runtime"
	"runtime/metrics"
)

// mess is how many bytes of garbage are worth a collection of their own.
const mess = 64 << 20

// tidy collects garbage beside whatever comes next, if there is much. To do so
// while somebody waits for a page takes twice as long from a large project.
func tidy() {
	heap := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}, {Name: "/gc/heap/live:bytes"}}
	metrics.Read(heap)
	if heap[0].Value.Uint64() > heap[1].Value.Uint64()+mess {
		go runtime.GC()
	}
}
