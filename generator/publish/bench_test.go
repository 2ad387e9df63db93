package publish

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"strconv"
	"testing"
)

const pageBytes = 8 << 10

// pages returns n files of 8 KB in sixteen folders.
func pages(n int) []File {
	files := make([]File, n)
	for i := range files {
		line := fmt.Appendf(nil, "<p>Ferry %d left at noon.</p>\n", i)
		data := bytes.Repeat(line, pageBytes/len(line)+1)[:pageBytes]
		files[i] = File{Path: fmt.Sprintf("sources-%02d/%d.html", i%16, i), Data: data}
	}
	return files
}

func BenchmarkPublish(b *testing.B) {
	for _, n := range []int{1_000, 10_000} {
		files := pages(n)
		publish := func(b *testing.B, dir string, n int) Result {
			res, err := Publish(context.Background(), dir, input(n), list(files...), Guard{})
			if err != nil {
				b.Fatal(err)
			}
			return res
		}
		b.Run(fmt.Sprint("first/", n), func(b *testing.B) {
			b.SetBytes(int64(n * pageBytes))
			root := b.TempDir()
			for i := 0; b.Loop(); i++ {
				publish(b, filepath.Join(root, strconv.Itoa(i)), 0)
			}
		})
		b.Run(fmt.Sprint("fresh/", n), func(b *testing.B) {
			b.SetBytes(int64(n * pageBytes))
			dir := filepath.Join(b.TempDir(), "public")
			publish(b, dir, 0)
			for b.Loop() {
				if !Fresh(dir, input(0)) {
					b.Fatal("not fresh")
				}
			}
		})
		b.Run(fmt.Sprint("unchanged/", n), func(b *testing.B) {
			b.SetBytes(int64(n * pageBytes))
			dir := filepath.Join(b.TempDir(), "public")
			publish(b, dir, 0)
			for b.Loop() {
				if res := publish(b, dir, 0); !res.Unchanged {
					b.Fatalf("%+v", res)
				}
			}
		})
		b.Run(fmt.Sprint("one changed/", n), func(b *testing.B) {
			b.SetBytes(int64(n * pageBytes))
			dir := filepath.Join(b.TempDir(), "public")
			publish(b, dir, 0)
			last := files[n-1].Data
			defer func() { files[n-1].Data = last }()
			for i := 1; b.Loop(); i++ {
				files[n-1].Data = fmt.Append(nil, "edit ", i)
				if res := publish(b, dir, i); res.Written != 1 {
					b.Fatalf("%+v", res)
				}
			}
		})
	}
}
