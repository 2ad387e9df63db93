// Package corpus makes invented projects of any size, for benchmarks: texts as
// outlets of a coast write them, with full annotations that pass every check,
// and pages of Markdown. The same numbers give the same bytes.
//
// It is no part of the program.
package corpus

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"iter"
	"os"
	"path/filepath"
)

// A File is a file of a project.
type File struct {
	Path string // from the root of the project, with slashes
	Data []byte
}

// Project yields the files of a project with n texts of about 3 KB, each cited
// by about ten facts. Every seed gives another project.
//
// Ten texts are of one town: a report of an outlet's own, and three stories of
// a wire service with what one, two and three outlets made of them.
func Project(n int, seed uint64) iter.Seq[File] {
	return func(yield func(File) bool) {
		var sums bytes.Buffer
		services := map[*service]bool{}
		for i := 0; i*textsOfTown < n; i++ {
			t := newTown(i, seed, min(textsOfTown, n-i*textsOfTown))
			for _, f := range t.files() {
				if !yield(f) {
					return
				}
			}
			for _, c := range t.copies() {
				fmt.Fprintf(&sums, "%x  %s\n", sha256.Sum256(c.seed()), c.name())
			}
			if len(t.stories) > 1 {
				services[t.service] = true
			}
		}
		_ = yield(File{"seeds/SHA256SUMS", sums.Bytes()}) &&
			yield(File{"content/annotations/services.toml", serviceRecords(services)}) &&
			yield(File{"site.toml", []byte(site)})
	}
}

const site = `title       = "News of an invented coast"
description = "What outlets of an invented coast print of its towns, written by a program."
lang        = "en"
updated     = "2032-01-05"

[check]
coverage = "error"

[[sheets]]
name  = "figures"
kind  = "quantity"
title = "Figures"

[[sheets]]
name  = "dates"
kind  = "date"
title = "Dates"

[[sheets]]
name  = "questions"
kind  = "question"
title = "Open questions"

[[sheets]]
name  = "claims"
kind  = "claim"
title = "Claims"

[[sheets]]
name  = "actors"
kind  = "actor"
title = "Actors"
`

// Write writes files into a folder.
func Write(root string, files iter.Seq[File]) error {
	for f := range files {
		name := filepath.Join(root, filepath.FromSlash(f.Path))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			return err
		}
		if err := os.WriteFile(name, f.Data, 0o666); err != nil {
			return err
		}
	}
	return nil
}
