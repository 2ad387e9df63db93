package main

import "strings"

// skeleton is the one layout that all programs have, each in its own language.
const skeleton = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>TITLE – SITE</title>
<meta name="description" content="DESCRIPTION">
</head>
<body>
<header><a href="HOME">SITE</a></header>
<main>
BODY
</main>
<footer>SITE</footer>
</body>
</html>
`

// layout puts the expressions of a template language into the layout.
func layout(title, site, description, home, body string) string {
	return strings.NewReplacer("TITLE", title, "SITE", site, "DESCRIPTION", description, "HOME", home, "BODY", body).Replace(skeleton)
}

var (
	floorLayout = layout("{{.Title}}", "{{.Site}}", "{{.Description}}", "index.html", `<h1>{{.Title}}</h1>
{{.Body}}{{with .Pages}}<ul>
{{range .}}<li><a href="{{.}}">{{.}}</a></li>
{{end}}</ul>{{end}}`)

	factsheetLayout = layout("{{.Title}}", "{{.Site.Title}}", "{{.Description}}", "index.html", `{{block "main" .}}{{end}}`)
	factsheetPage   = `{{define "main"}}<h1>{{.Title}}</h1>
{{(prose .).HTML}}{{end}}
`

	hugoPage = layout("{{.Title}}", "{{.Site.Title}}", "{{.Description}}", "../index.html", `<h1>{{.Title}}</h1>
{{.Content}}`)
	hugoList = layout("{{.Title}}", "{{.Site.Title}}", "{{.Description}}", "index.html", `<ul>
{{range .Site.RegularPages}}<li><a href="{{.RelPermalink}}">{{.Title}}</a></li>
{{end}}</ul>`)

	zolaPage = layout("{{ page.title }}", "{{ config.title }}", "{{ page.description }}", "../../index.html", `<h1>{{ page.title }}</h1>
{{ page.content | safe }}`)
	zolaList = layout("{{ config.title }}", "{{ config.title }}", "", "index.html", `<ul>
{% set notes = get_section(path="notes/_index.md") %}{% for page in notes.pages %}<li><a href="{{ page.permalink }}">{{ page.title }}</a></li>
{% endfor %}</ul>`)
)

const hugoConfig = `baseURL = "https://example.org/"
title = "Notes of an invented coast"
disableKinds = ["section", "taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404"]
uglyURLs = true
[markup.goldmark.extensions]
typographer = false
linkify = false
`

const zolaConfig = `base_url = "https://example.org"
title = "Notes of an invented coast"
compile_sass = false
build_search_index = false
generate_feeds = false
generate_sitemap = false
generate_robots_txt = false
`
