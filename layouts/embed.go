// Package layouts holds the layouts of a site: html/template files, partials
// and static files. A file of the same path below layouts/ of a project
// stands in for one of these.
//
// A page is base.html with the block "main" of the file named for its kind:
// home.html, sheet.html, group.html, sources.html, source.html, actor.html,
// compare.html, pair.html, corrections.html, data.html, search.html,
// prose.html, notfound.html; and single.html, which holds all of them. Its dot
// is a render.View; the page's own value, of package page, is .Value. A file
// below partials/ is a template named by its path, and one of a project may
// define a block of base.html for all pages.
// Every address is written from the root of the site; the program makes it
// relative to the page and puts in the security policy.
package layouts

import "embed"

// FS holds the embedded layouts, with paths relative to layouts/.
//
//go:embed *.html partials static
var FS embed.FS
