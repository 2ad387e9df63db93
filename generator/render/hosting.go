package render

// Hosting returns the files that only hosts and crawlers read: .nojekyll, so
// that GitHub Pages serves the folder as it is, and robots.txt, which names the
// sitemap where the address of the site, ending with a slash, is known.
func Hosting(base string) []Asset {
	robots := "User-agent: *\nAllow: /\n"
	if base != "" {
		robots += "Sitemap: " + base + "sitemap.xml\n"
	}
	return []Asset{{Path: ".nojekyll"}, {Path: "robots.txt", Data: []byte(robots)}}
}
