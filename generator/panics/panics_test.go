package panics_test

import (
	"errors"
	"strings"
	"sync"
	"testing"

	"factsheet/generator/panics"
)

func TestCatcher(t *testing.T) {
	var catch panics.Catcher
	var wg sync.WaitGroup
	for i := range 10 {
		wg.Go(func() {
			catch.Do(func() {
				if i%2 == 0 {
					stumble()
				}
			})
		})
	}
	wg.Wait()
	defer func() {
		c := panics.Of(recover())
		if c.Value != "a stone" || !strings.Contains(string(c.Stack), "stumble") || !strings.HasPrefix(c.String(), "a stone\n\n") {
			t.Errorf("thrown: %v", c)
		}
	}()
	catch.Throw()
	t.Error("nothing was thrown")
}

func stumble() { panic("a stone") }

func TestNothingCaught(t *testing.T) {
	var catch panics.Catcher
	done := false
	catch.Do(func() { done = true })
	catch.Throw()
	if !done || catch.Caught() != nil {
		t.Errorf("done: %v, caught: %v", done, catch.Caught())
	}
}

func TestTry(t *testing.T) {
	want := errors.New("a reason")
	var catch panics.Catcher
	if err := catch.Try(func() error { return want }); err != want || catch.Caught() != nil {
		t.Errorf("error %v, caught %v", err, catch.Caught())
	}
	if err := catch.Try(func() error { stumble(); return nil }); err == nil || catch.Caught() == nil {
		t.Errorf("error %v, caught %v", err, catch.Caught())
	}
}
