// Package panics carries a panic of one goroutine to the one that waits for it,
// where it can be recovered from: in any other it ends the program.
package panics

import (
	"errors"
	"fmt"
	"runtime/debug"
	"sync/atomic"
)

// A Caught is a panic with where it came from.
type Caught struct {
	Value any
	Stack []byte
}

// Of returns what was recovered. What a [Catcher] threw keeps the stack that it
// was caught with.
func Of(recovered any) *Caught {
	if c, ok := recovered.(*Caught); ok {
		return c
	}
	return &Caught{recovered, debug.Stack()}
}

// String is the value and the stack, which is what is printed of a panic that
// nobody recovers from.
func (c *Caught) String() string { return fmt.Sprintf("%v\n\n%s", c.Value, c.Stack) }

// Report is for the person whose work it ended: what to do with it.
func (c *Caught) Report() string {
	return "please report it with these lines and, if you can, the files: " + c.String()
}

// A Catcher holds the first panic of several goroutines.
type Catcher struct{ first atomic.Pointer[Caught] }

// Do does some work and catches its panic.
func (c *Catcher) Do(work func()) {
	defer func() {
		if v := recover(); v != nil {
			c.first.CompareAndSwap(nil, Of(v))
		}
	}()
	work()
}

var errPanicked = errors.New("a panic")

// Try does some work that may fail. A panic is caught, and an error as well.
func (c *Catcher) Try(work func() error) (err error) {
	err = errPanicked
	c.Do(func() { err = work() })
	return err
}

// Caught returns the first panic that was caught, or nil.
func (c *Catcher) Caught() *Caught { return c.first.Load() }

// Throw panics with what was caught, if anything was.
func (c *Catcher) Throw() {
	if x := c.Caught(); x != nil {
		panic(x)
	}
}
