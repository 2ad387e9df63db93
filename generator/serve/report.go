package serve

import (
	"encoding/json"
	"fmt"
	"html"
	"net/http"
	"strings"

	"factsheet/generator/diag"
)

// maxListed is how many findings the panel lists. Errors come first.
const maxListed = 200

// A report is what the panel shows of a generation.
type report struct {
	Boot       string    `json:"boot"`
	Generation int       `json:"generation"`
	Judged     bool      `json:"judged"`
	Fault      bool      `json:"fault"`
	Unread     string    `json:"unread"`
	Errors     int       `json:"errors"`
	Warnings   int       `json:"warnings"`
	Findings   []finding `json:"findings"`
}

type finding struct {
	Severity string `json:"severity"`
	Code     string `json:"code"`
	Place    string `json:"place"`
	Message  string `json:"message"`
	Picture  string `json:"picture"`
	Editor   string `json:"editor,omitempty"` // opens the file at the line
	Page     string `json:"page,omitempty"`   // where its card stands
}

func (s *Server) report(g *Generation) response {
	r := report{Boot: s.boot, Generation: g.Number, Judged: g.Judged, Fault: g.Fault, Unread: g.Unread, Errors: g.Errors(), Findings: []finding{}}
	r.Warnings = len(g.Found) - r.Errors
	for _, severity := range []diag.Severity{diag.Error, diag.Warning} {
		for _, d := range g.Found {
			if d.Severity == severity && len(r.Findings) < maxListed {
				r.Findings = append(r.Findings, s.finding(g, d))
			}
		}
	}
	return jsonResponse(http.StatusOK, r)
}

func (s *Server) finding(g *Generation, d diag.Diagnostic) finding {
	return finding{
		Severity: d.Severity.String(), Code: d.Code, Place: d.Place.String(), Message: d.Message,
		Picture: picture(d), Editor: s.editor.Link(d.Place), Page: g.cards.links[errorKey{d.Place, d.Code}],
	}
}

func picture(d diag.Diagnostic) string {
	var b strings.Builder
	diag.Text(&b, []diag.Diagnostic{d}, false)
	return b.String()
}

func jsonResponse(status int, v any) response {
	data, err := json.Marshal(v)
	if err != nil {
		panic("serve: " + err.Error()) // plain values alone
	}
	return newResponse(status, "answer.json", data)
}

// broken is what stands for every page while there is no site at all.
func (s *Server) broken(g *Generation) response {
	var b strings.Builder
	diag.Text(&b, g.Found, false)
	b.WriteString(g.Unread)
	return s.notice(http.StatusInternalServerError, "There is no site yet", b.String())
}

// notice is a page of the preview's own. It is replaced as soon as there is a
// better one.
func (s *Server) notice(status int, title, words string) response {
	page := fmt.Sprintf(`<!doctype html>
<html lang="en">
<head>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>%s</title>
</head>
<body>
<main>
<h1>%[1]s</h1>
<pre>%[2]s</pre>
</main>
</body>
</html>
`, html.EscapeString(title), html.EscapeString(words))
	tag := tagOf([]byte(page))
	res := newResponse(status, "notice.html", inject([]byte(page), tag))
	res.tag = tag
	return res
}
