package parallel_test

import (
	"context"
	"errors"
	"slices"
	"sync/atomic"
	"testing"

	"factsheet/generator/panics"
	"factsheet/generator/parallel"
)

func TestMap(t *testing.T) {
	list := make([]int, 1000)
	for i := range list {
		list[i] = i
	}
	got := parallel.Map(list, func(i int) int { return 2 * i })
	for i := range list {
		list[i] = 2 * i
	}
	if !slices.Equal(got, list) {
		t.Errorf("doubled: %v", got)
	}
}

// What panics on another core panics here.
func TestMapPanics(t *testing.T) {
	defer func() {
		if c := panics.Of(recover()); c.Value != 700 {
			t.Errorf("recovered %v", c.Value)
		}
	}()
	parallel.Map(make([]struct{}, 1000), func(struct{}) int { panic(700) })
}

// Each number below n is taken once, whatever the size of a batch.
func TestRange(t *testing.T) {
	for _, batch := range []int{1, 7, 100, 1000} {
		for _, n := range []int{0, 1, 6, 7, 8, 999, 1000, 1001} {
			times := make([]atomic.Int32, n)
			parallel.Range(n, batch, func(i int) { times[i].Add(1) })
			for i := range times {
				if got := times[i].Load(); got != 1 {
					t.Fatalf("%d of %d was taken %d times, in batches of %d", i, n, got, batch)
				}
			}
		}
	}
}

func TestTry(t *testing.T) {
	var done atomic.Int32
	if err := parallel.Try(t.Context(), 1000, func(int) error { done.Add(1); return nil }); err != nil || done.Load() != 1000 {
		t.Errorf("%v after %d of 1000", err, done.Load())
	}
	failed := errors.New("no")
	if err := parallel.Try(t.Context(), 1000, func(i int) error {
		if i == 500 {
			return failed
		}
		return nil
	}); err != failed {
		t.Errorf("got %v", err)
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if err := parallel.Try(ctx, 1000, func(int) error { return nil }); err != context.Canceled {
		t.Errorf("after the end of its context: %v", err)
	}
	defer func() {
		if c := panics.Of(recover()); c.Value != "out of step" {
			t.Errorf("recovered %v", c.Value)
		}
	}()
	parallel.Try(t.Context(), 10, func(int) error { panic("out of step") })
}
