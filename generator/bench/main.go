// Bench writes invented projects and measures the program with them.
//
//	go run ./generator/bench corpus -n 1000 DIR      # a project of texts and annotations
//	go run ./generator/bench pages -n 1000 DIR       # a project of Markdown pages
//	go run ./generator/bench table                   # measures, and prints a table
//
// The table has every program that is on the PATH: hugo and zola are measured
// on the same pages with the same layout, in turns, beside the bare floor: the
// least that a program can do, written here.
package main

import (
	"errors"
	"flag"
	"fmt"
	"iter"
	"os"
	"strconv"
	"strings"

	"factsheet/generator/corpus"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(2)
	}
}

var errUsage = errors.New("usage: bench corpus|pages [-n N] [-seed NUMBER] DIR, or bench table [-pages N,N] [-texts N,N] [-rounds N] [-with PROGRAM]")

func run(args []string) error {
	if len(args) == 0 {
		return errUsage
	}
	switch name, rest := args[0], args[1:]; name {
	case "corpus":
		return write(name, rest, corpus.Project)
	case "pages":
		return write(name, rest, corpus.Pages)
	case "table":
		return table(rest)
	case "floor":
		return both(rest, floor)
	case "stages":
		return both(rest, stages)
	}
	return errUsage
}

// write writes a project into a folder.
func write(name string, args []string, project func(n int, seed uint64) iter.Seq[corpus.File]) error {
	flags := flag.NewFlagSet("bench "+name, flag.ContinueOnError)
	n := flags.Int("n", 1000, "how many")
	seed := flags.Uint64("seed", 1, "another number gives another project")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() != 1 {
		return errUsage
	}
	return corpus.Write(flags.Arg(0), project(*n, *seed))
}

// both runs what takes two folders.
func both(args []string, do func(from, to string) error) error {
	if len(args) != 2 {
		return errUsage
	}
	return do(args[0], args[1])
}

// numbers are sizes such as 1000,10000.
func numbers(list string) ([]int, error) {
	var out []int
	for word := range strings.SplitSeq(list, ",") {
		if word == "" {
			continue
		}
		n, err := strconv.Atoi(word)
		if err != nil || n < 1 {
			return nil, fmt.Errorf("%q is no number of pages or texts", word)
		}
		out = append(out, n)
	}
	return out, nil
}
