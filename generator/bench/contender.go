package main

import (
	"os"
	"os/exec"
	"path/filepath"
)

// A contender is a program that builds a site of the same pages.
type contender struct {
	name  string
	files map[string]string // what it wants beside the pages
	args  func(dir, out string) []string
}

// contenders are the program, the floor, and whatever of its peers is on the
// PATH.
func contenders(factsheet, self string) []contender {
	list := []contender{
		{"factsheet", map[string]string{"layouts/base.html": factsheetLayout, "layouts/prose.html": factsheetPage},
			func(dir, out string) []string { return []string{factsheet, "--root", dir, "build", "--output", out} }},
		{"floor", nil, func(dir, out string) []string { return []string{self, "floor", dir, out} }},
	}
	if hugo, err := exec.LookPath("hugo"); err == nil {
		list = append(list, contender{"hugo",
			map[string]string{"hugo.toml": hugoConfig, "layouts/page.html": hugoPage, "layouts/home.html": hugoList},
			func(dir, out string) []string {
				return []string{hugo, "--quiet", "--noBuildLock", "--source", dir, "--destination", out, "--cacheDir", out + "-cache"}
			}})
	}
	if zola, err := exec.LookPath("zola"); err == nil {
		list = append(list, contender{"zola",
			map[string]string{"config.toml": zolaConfig, "templates/page.html": zolaPage, "templates/index.html": zolaList,
				"templates/section.html": zolaList, "content/notes/_index.md": "---\ntitle: Notes\n---\n"},
			func(dir, out string) []string { return []string{zola, "--root", dir, "build", "--output-dir", out} }})
	}
	return list
}

// prepare writes what a contender wants into its folder.
func (c contender) prepare(dir string) error {
	for name, data := range c.files {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			return err
		}
		if err := os.WriteFile(name, []byte(data), 0o666); err != nil {
			return err
		}
	}
	return nil
}
