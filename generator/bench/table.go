package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"text/tabwriter"
	"time"

	"factsheet/generator/corpus"
)

// A bench is one run of the whole measurement.
type bench struct {
	factsheet, self string // programs
	dir             string // of this run, on a file system in memory if there is one
	rounds          int
	out             *tabwriter.Writer
}

// table measures and prints.
func table(args []string) error {
	flags := flag.NewFlagSet("bench table", flag.ContinueOnError)
	pages := flags.String("pages", "1000,10000", "how many pages of Markdown")
	texts := flags.String("texts", "1000,10000", "how many annotated texts")
	rounds := flags.Int("rounds", 5, "how often each program is run")
	with := flags.String("with", "", "the program to measure; default: built of this folder")
	if err := flags.Parse(args); err != nil {
		return err
	}
	manyPages, err := numbers(*pages)
	if err != nil {
		return err
	}
	manyTexts, err := numbers(*texts)
	if err != nil {
		return err
	}
	b := &bench{rounds: max(*rounds, 1), factsheet: *with, out: tabwriter.NewWriter(os.Stdout, 0, 0, 1, ' ', tabwriter.Debug)}
	if err := b.open(); err != nil {
		return err
	}
	defer os.RemoveAll(b.dir)
	fmt.Printf("%s/%s, %d cores, %s; %d runs in turns, medians\n", runtime.GOOS, runtime.GOARCH, runtime.NumCPU(), time.Now().Format(time.DateOnly), b.rounds)
	for _, n := range manyPages {
		if err := b.pages(n); err != nil {
			return err
		}
	}
	for _, n := range manyTexts {
		if err := b.texts(n); err != nil {
			return err
		}
	}
	return nil
}

// open makes the folder of the run and the program that is measured.
func (b *bench) open() (err error) {
	if b.self, err = os.Executable(); err != nil {
		return err
	}
	memory := "/dev/shm"
	if info, err := os.Stat(memory); err != nil || !info.IsDir() {
		memory = ""
	}
	if b.dir, err = os.MkdirTemp(memory, "factsheet-bench-"); err != nil {
		return err
	}
	if b.factsheet != "" {
		b.factsheet, err = filepath.Abs(b.factsheet)
		return err
	}
	b.factsheet = filepath.Join(b.dir, "factsheet")
	made, err := exec.Command("go", "build", "-trimpath", "-o", b.factsheet, ".").CombinedOutput()
	if err != nil {
		return fmt.Errorf("building the program of this folder: %w\n%s", err, made)
	}
	return nil
}

// pages measures all contenders on n pages of Markdown.
func (b *bench) pages(n int) error {
	list := contenders(b.factsheet, b.self)
	root := func(c contender) string { return filepath.Join(b.dir, fmt.Sprintf("%s-%d", c.name, n)) }
	for _, c := range list {
		if err := corpus.Write(root(c), corpus.Pages(n, 1)); err != nil {
			return err
		}
		if err := c.prepare(root(c)); err != nil {
			return err
		}
		defer os.RemoveAll(root(c))
	}
	runs := make([][]cost, len(list))
	for range b.rounds {
		for i, c := range list {
			got, err := b.fresh(c.args(root(c), root(c)+"-out"), root(c)+"-out")
			if err != nil {
				return err
			}
			runs[i] = append(runs[i], got)
		}
	}
	fmt.Fprintf(b.out, "\n%d Markdown pages\t wall\t CPU\t peak\t wall, factsheet = 1\t CPU\t peak\n", n)
	own := median(runs[0])
	for i, c := range list {
		m := median(runs[i])
		fmt.Fprintf(b.out, "%s\t %s\t %.2f\t %.2f\t %.2f\n", c.name, m, ratio(m.wall, own.wall), ratio(m.cpu, own.cpu), ratio(m.peak, own.peak))
	}
	return b.out.Flush()
}

// fresh measures a build into a folder that is not there.
func (b *bench) fresh(args []string, out string) (cost, error) {
	if err := os.RemoveAll(out); err != nil {
		return cost{}, err
	}
	defer os.RemoveAll(out)
	return measure(args)
}

// texts measures the program on n annotated texts: the whole build, a build
// with nothing changed, and the stages of the first.
func (b *bench) texts(n int) error {
	root := filepath.Join(b.dir, fmt.Sprintf("texts-%d", n))
	defer os.RemoveAll(root)
	if err := corpus.Write(root, corpus.Project(n, 1)); err != nil {
		return err
	}
	build := []string{b.factsheet, "--root", root, "build", "--output", root + "-out"}
	defer os.RemoveAll(root + "-out")
	var whole, again []cost
	for range b.rounds {
		if err := os.RemoveAll(root + "-out"); err != nil {
			return err
		}
		first, err := measure(build)
		if err != nil {
			return err
		}
		second, err := measure(build)
		if err != nil {
			return err
		}
		whole, again = append(whole, first), append(again, second)
	}
	fmt.Fprintf(b.out, "\n%d annotated texts\t wall\t CPU\t peak\n", n)
	fmt.Fprintf(b.out, "whole build\t %s\nnothing changed\t %s\n", median(whole), median(again))
	if err := b.out.Flush(); err != nil {
		return err
	}
	cmd := exec.Command(b.self, "stages", root, root+"-out")
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	return cmd.Run()
}

func ratio[T time.Duration | int64](a, b T) float64 { return float64(a) / float64(max(b, 1)) }

// String gives the three figures as cells of a table.
func (c cost) String() string {
	return fmt.Sprintf("%.2f s\t %.2f s\t %d MiB", c.wall.Seconds(), c.cpu.Seconds(), c.peak>>20)
}
