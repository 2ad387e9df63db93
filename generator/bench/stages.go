package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"text/tabwriter"
	"time"

	"factsheet/generator/annotation"
	"factsheet/generator/build"
	"factsheet/generator/check"
	"factsheet/generator/dossier"
	"factsheet/generator/parallel"
	"factsheet/generator/publish"
	"factsheet/generator/text"
	"factsheet/layouts"
)

// A clock prints what each stage takes.
type clock struct {
	out  *tabwriter.Writer
	wall time.Time
	cpu  time.Duration
}

// lap ends a stage and begins the next.
func (c *clock) lap(stage string) {
	wall, cpu := time.Now(), ownCPU()
	if stage != "" {
		fmt.Fprintf(c.out, "  %s\t %.2f s\t %.2f s\t\n", stage, wall.Sub(c.wall).Seconds(), (cpu - c.cpu).Seconds())
	}
	c.wall, c.cpu = time.Now(), ownCPU()
}

// stages takes a project through the line of package build, stage by stage.
func stages(root, to string) error {
	c := &clock{out: tabwriter.NewWriter(os.Stdout, 0, 0, 1, ' ', tabwriter.Debug)}
	c.lap("")
	files, err := build.Read(build.Folders{Root: os.DirFS(root), Seeds: part(root, "seeds"), Content: part(root, "content"), Layouts: part(root, "layouts")}, nil)
	if err != nil {
		return err
	}
	c.lap("read")
	state := build.Next(files, nil)
	if state.Errors() > 0 {
		return errors.New("the project has errors")
	}
	c.lap("link and check")
	read(c, state)
	out := state.Output(layouts.FS)
	c.lap("sheets")
	if err := drain(out); err != nil {
		return err
	}
	c.lap("render")
	if err := os.RemoveAll(to); err != nil {
		return err
	}
	c.lap("")
	if _, err := publish.Publish(context.Background(), to, publish.Input{Program: "bench", Inputs: "bench"}, published(out), publish.Guard{Root: root}); err != nil {
		return err
	}
	c.lap("render and write")
	return c.out.Flush()
}

// part is a folder of a project, or nil.
func part(root, name string) fs.FS {
	dir := filepath.Join(root, name)
	if _, err := os.Stat(dir); err != nil {
		return nil
	}
	return os.DirFS(dir)
}

// read repeats the parts of linking and checking one by one.
func read(c *clock, s *build.State) {
	c.lap("")
	records := parallel.Map(s.Files.Annotations, func(f *text.File) *annotation.Records {
		r, _ := annotation.Read(f, s.Site)
		return r
	})
	c.lap("- annotations")
	d := dossier.Link(dossier.Input{Site: s.Site, Records: records, Seeds: s.Files.Seeds, Sums: s.Dossier.Sums}, nil)
	c.lap("- link")
	check.Run(d, nil)
	c.lap("- check")
}

func drain(out *build.Output) error {
	for _, err := range out.Files(context.Background()) {
		if err != nil {
			return err
		}
	}
	return nil
}

func published(out *build.Output) iter.Seq2[publish.File, error] {
	return func(yield func(publish.File, error) bool) {
		for f, err := range out.Files(context.Background()) {
			if !yield(publish.File(f), err) {
				return
			}
		}
	}
}
