package main

import (
	"bytes"
	"fmt"
	"os/exec"
	"slices"
	"time"
)

// A cost is what a run of a program took.
type cost struct {
	wall, cpu time.Duration
	peak      int64 // bytes
}

// measure runs a program to its end.
func measure(args []string) (cost, error) {
	cmd := exec.Command(args[0], args[1:]...)
	var said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &said, &said
	start := time.Now()
	err := cmd.Run()
	wall := time.Since(start)
	if err != nil {
		return cost{}, fmt.Errorf("%s: %w\n%.2000s", args[0], err, &said)
	}
	state := cmd.ProcessState
	return cost{wall, state.UserTime() + state.SystemTime(), peakOf(state)}, nil
}

// median is the median of each figure by itself.
func median(runs []cost) cost {
	return cost{
		wall: middle(runs, func(c cost) time.Duration { return c.wall }),
		cpu:  middle(runs, func(c cost) time.Duration { return c.cpu }),
		peak: middle(runs, func(c cost) int64 { return c.peak }),
	}
}

func middle[T time.Duration | int64](runs []cost, of func(cost) T) T {
	list := make([]T, len(runs))
	for i, c := range runs {
		list[i] = of(c)
	}
	slices.Sort(list)
	return list[len(list)/2]
}
