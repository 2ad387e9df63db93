package build_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"factsheet/generator/annotation"
	"factsheet/generator/build"
	"factsheet/generator/check"
	"factsheet/generator/corpus"
	"factsheet/generator/dossier"
	"factsheet/generator/quote"
	"factsheet/generator/text"
	"factsheet/layouts"
)

// sizes are the projects that the benchmarks build: this repository's own, and
// invented ones of so many texts.
func sizes(b *testing.B, run func(b *testing.B, in build.Folders)) {
	b.Run("own", func(b *testing.B) { run(b, projectOn(b, realRoot)) })
	for _, n := range []int{1000, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			if testing.Short() && n > 1000 {
				b.Skip("large")
			}
			run(b, corpusOf(b, n))
		})
	}
}

func readBench(b *testing.B, in build.Folders) *build.Files {
	b.Helper()
	files, err := build.Read(in, nil)
	if err != nil {
		b.Fatal(err)
	}
	return files
}

// BenchmarkBuild is a whole build: read, link, check, put together, render.
func BenchmarkBuild(b *testing.B) {
	sizes(b, func(b *testing.B, in build.Folders) {
		b.ReportAllocs()
		for b.Loop() {
			s := build.Next(readBench(b, in), nil)
			if s.Errors() > 0 {
				b.Fatalf("%d errors", s.Errors())
			}
			var written counter
			for f, err := range s.Output(layouts.FS).Files(context.Background()) {
				if err != nil {
					b.Fatal(err)
				}
				if f.Write != nil {
					f.Write(&written)
				}
				written += counter(len(f.Data))
			}
			b.SetBytes(int64(written))
		}
	})
}

// A counter counts the bytes written to it.
type counter int64

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}

// BenchmarkRead reads every file of a project.
func BenchmarkRead(b *testing.B) {
	sizes(b, func(b *testing.B, in build.Folders) {
		for b.Loop() {
			readBench(b, in)
		}
	})
}

// BenchmarkAnnotations reads annotation files, on one core.
func BenchmarkAnnotations(b *testing.B) {
	sizes(b, func(b *testing.B, in build.Folders) {
		s := build.Next(readBench(b, in), nil)
		size := 0
		for _, f := range s.Files.Annotations {
			size += len(f.Data)
		}
		b.SetBytes(int64(size))
		b.ReportAllocs()
		for b.Loop() {
			for _, f := range s.Files.Annotations {
				annotation.Read(f, s.Site)
			}
		}
	})
}

// BenchmarkLink links records and seeds: texts are folded and read, quotes
// found.
func BenchmarkLink(b *testing.B) {
	sizes(b, func(b *testing.B, in build.Folders) {
		s := build.Next(readBench(b, in), nil)
		input := dossier.Input{Site: s.Site, Records: s.Dossier.Records, Seeds: s.Files.Seeds, Sums: s.Dossier.Sums}
		b.ReportAllocs()
		for b.Loop() {
			dossier.Link(input, nil)
		}
	})
}

// BenchmarkCheck judges a linked project.
func BenchmarkCheck(b *testing.B) {
	sizes(b, func(b *testing.B, in build.Folders) {
		s := build.Next(readBench(b, in), nil)
		b.ReportAllocs()
		for b.Loop() {
			check.Run(s.Dossier, nil)
		}
	})
}

// BenchmarkFind finds every quote of a linked project, on one core.
func BenchmarkFind(b *testing.B) {
	sizes(b, func(b *testing.B, in build.Folders) {
		s := build.Next(readBench(b, in), nil)
		n := 0
		for b.Loop() {
			n = 0
			eachEvidence(s, func(e *dossier.Evidence) {
				r := e.Record
				n += len(quote.Find(e.Source.Text, quote.Parse(r.Quote.Value, r.Prefix.Value, r.Suffix.Value)))
			})
		}
		b.ReportMetric(float64(n), "quotes/op")
	})
}

// BenchmarkEdit is what a preview does after one annotation file was saved, in
// the steps in which it does it: it reads the file again, links what changed and
// shows a page of it, then asks the rules. It tells the milliseconds of each
// step, and of a state from nothing; the time of an operation is until the page
// is there.
func BenchmarkEdit(b *testing.B) {
	sizes(b, func(b *testing.B, in build.Folders) {
		files, start := readBench(b, in), time.Now()
		s := build.Next(files, nil)
		whole := time.Since(start)
		preview := build.NewPreview(s, layouts.FS, nil)
		middle := withFacts(b, s, len(files.Annotations)/2)
		saved, page := files.Annotations[middle], pageOf(b, preview, s.Dossier.Units[middle])
		var read, link, show, judge time.Duration
		lap := func(total *time.Duration, do func()) {
			start := time.Now()
			do()
			*total += time.Since(start)
		}
		b.ResetTimer()
		for n := range b.N {
			lap(&read, func() { files = rereadBench(b, in, files, saved.Path) })
			next := *files
			next.Annotations = slices.Clone(files.Annotations)
			next.Annotations[middle] = text.NewFile(saved.Path, fmt.Appendf(slices.Clip(saved.Data), "# %d\n", n))
			lap(&link, func() { s = build.Lenient(&next, s) })
			lap(&show, func() {
				preview = build.NewPreview(s, layouts.FS, preview)
				if made, ok := preview.File(page); !ok || len(made.Found) > 0 {
					b.Fatalf("%s is not made", page)
				}
			})
			b.StopTimer()
			lap(&judge, func() { s = s.Judge() })
			b.StartTimer()
		}
		for name, total := range map[string]time.Duration{"read": read, "link": link, "show": show, "judge": judge} {
			b.ReportMetric(float64(total.Microseconds())/1000/float64(b.N), name+"-ms")
		}
		b.ReportMetric(float64(whole.Milliseconds()), "state-ms")
	})
}

// BenchmarkPreviewPage makes the preview after one annotation file was saved,
// and one page of it: what follows on BenchmarkEdit before a browser has the
// page.
func BenchmarkPreviewPage(b *testing.B) {
	for _, n := range []int{1000, 10_000} {
		if testing.Short() && n > 1000 {
			continue
		}
		root := b.TempDir()
		if err := corpus.Write(root, corpus.Project(n, 1)); err != nil {
			b.Fatal(err)
		}
		files := readBench(b, projectOn(b, root))
		first := build.Next(files, nil)
		before := build.NewPreview(first, layouts.FS, nil)
		fact := first.Dossier.Facts[len(first.Dossier.Facts)/2]
		i := slices.Index(files.Annotations, fact.Record.File)
		for name, path := range map[string]string{
			"group":  fact.Record.Table + "-" + fact.Record.Group.Value + ".html",
			"source": "sources/" + fact.Evidence[0].Source.ID + ".html",
			"sheet":  fact.Record.Table + ".html",
			"home":   "index.html",
		} {
			before.File(path)
			next := *files
			next.Annotations = slices.Clone(files.Annotations)
			next.Annotations[i] = text.NewFile(files.Annotations[i].Path, append(slices.Clip(files.Annotations[i].Data), "# saved\n"...))
			s := build.Next(&next, first)
			b.Run(fmt.Sprintf("%s/%d", name, n), func(b *testing.B) {
				for b.Loop() {
					if made, ok := build.NewPreview(s, layouts.FS, before).File(path); !ok || len(made.Data) == 0 {
						b.Fatalf("there is no %s", path)
					}
				}
			})
		}
	}
}

func rereadBench(b *testing.B, in build.Folders, files *build.Files, path string) *build.Files {
	b.Helper()
	files, err := build.Reread(in, files, []string{path})
	if err != nil {
		b.Fatal(err)
	}
	return files
}

// withFacts is the first annotation file from one on that has facts, the last of
// all again before the first.
func withFacts(b *testing.B, s *build.State, from int) int {
	b.Helper()
	units := s.Dossier.Units
	for i := range units {
		if n := (from + i) % len(units); len(units[n].Facts) > 0 {
			return n
		}
	}
	b.Fatal("no annotation file has facts")
	return 0
}

// pageOf is the page of the first source of which an annotation file tells, or
// else that of its first fact.
func pageOf(b *testing.B, p *build.Preview, u *dossier.Unit) string {
	b.Helper()
	id := u.Facts[0].ID
	if len(u.Sources) > 0 {
		id = u.Sources[0].ID
	}
	ref, ok := p.Ref(id)
	if !ok {
		b.Fatalf("no page shows what is in %s", u.Records.File.Path)
	}
	page, _, _ := strings.Cut(ref.Link, "#")
	return page
}
