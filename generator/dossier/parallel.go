package dossier

import (
	"runtime"
	"sync"
	"sync/atomic"

	"factsheet/generator/panics"
)

// Run does some work on all cores.
func Run(work []func()) {
	Parallel(work, func(do func()) struct{} {
		do()
		return struct{}{}
	})
}

// Parallel maps a list on all cores, keeping its order. It panics where f does.
func Parallel[A, B any](list []A, f func(A) B) []B {
	out := make([]B, len(list))
	var next atomic.Int64
	var wg sync.WaitGroup
	var catch panics.Catcher
	work := func() {
		for i := next.Add(1) - 1; int(i) < len(list); i = next.Add(1) - 1 {
			out[i] = f(list[i])
		}
	}
	for range min(runtime.GOMAXPROCS(0), len(list)) {
		wg.Go(func() { catch.Do(work) })
	}
	wg.Wait()
	catch.Throw()
	return out
}
