// Bench writes the invented projects that the program is measured with.
//
//	go run ./generator/bench corpus -n 1000 DIR
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"

	"factsheet/generator/corpus"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(2)
	}
}

func run(args []string) error {
	if len(args) == 0 || args[0] != "corpus" {
		return errors.New("usage: bench corpus [-n TEXTS] [-seed NUMBER] DIR")
	}
	flags := flag.NewFlagSet("bench corpus", flag.ContinueOnError)
	n := flags.Int("n", 1000, "how many texts")
	seed := flags.Uint64("seed", 1, "another number gives another project")
	if err := flags.Parse(args[1:]); err != nil {
		return err
	}
	if flags.NArg() != 1 {
		return errors.New("name the folder to write to")
	}
	return corpus.Write(flags.Arg(0), corpus.Project(*n, *seed))
}
