package render

// Hosting returns the files that only hosts and crawlers read: .nojekyll, so
// that GitHub Pages serves the folder as it is, and robots.txt.
func Hosting() []Asset {
	return []Asset{{Path: ".nojekyll"}, {Path: "robots.txt", Data: []byte("User-agent: *\nAllow: /\n")}}
}
