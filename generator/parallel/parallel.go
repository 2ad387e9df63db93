// Package parallel does work on all cores. A panic of any of it is a panic of
// whoever asked for the work, once nobody works any more.
package parallel

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"factsheet/generator/panics"
)

// Map maps a list, keeping its order.
func Map[A, B any](list []A, f func(A) B) []B {
	out := make([]B, len(list))
	Range(len(list), 1, func(i int) { out[i] = f(list[i]) })
	return out
}

// Run does each piece of some work.
func Run(work []func()) {
	Range(len(work), 1, func(i int) { work[i]() })
}

// Range calls do with each number below n. A core takes so many at a time as a
// batch has: one, unless do is so little work that taking it would cost more.
func Range(n, batch int, do func(i int)) {
	var next atomic.Int64
	var wg sync.WaitGroup
	var catch panics.Catcher
	work := func() {
		for end := int(next.Add(int64(batch))); end-batch < n; end = int(next.Add(int64(batch))) {
			for i := end - batch; i < min(end, n); i++ {
				do(i)
			}
		}
	}
	for range min(runtime.GOMAXPROCS(0), (n+batch-1)/batch) {
		wg.Go(func() { catch.Do(work) })
	}
	wg.Wait()
	catch.Throw()
}

// Try calls do with each number below n until a call fails or the context
// ends, and returns that error.
func Try(ctx context.Context, n int, do func(i int) error) error {
	group, ctx := errgroup.WithContext(ctx)
	var next atomic.Int64
	work := func() error {
		for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			if err := do(i); err != nil {
				return err
			}
		}
		return nil
	}
	var catch panics.Catcher
	for range min(n, runtime.GOMAXPROCS(0)) {
		group.Go(func() error { return catch.Try(work) })
	}
	err := group.Wait()
	catch.Throw()
	return err
}
