package sheet

import (
	"slices"
	"strings"

	"factsheet/generator/markdown"
	"factsheet/generator/page"
)

// gap stands where words of a quote are left out.
const gap = ` \[…\] `

// readings prints what each source says as a table. One alone says no more
// than the quote below it, unless the quote does not say it.
func (p *printer) readings(list []page.Reading) {
	isInferred := func(r page.Reading) bool { return r.Inferred }
	if len(list) < 2 && !slices.ContainsFunc(list, isInferred) {
		return
	}
	var rows [][]string
	for _, r := range list {
		reason := ""
		if r.Inferred {
			reason = strings.TrimSpace("Inferred. " + p.inline(r.Reason))
		}
		rows = append(rows, []string{
			p.ref(r.Source), markdown.Escape(r.Words), markdown.Escape(r.Value), markdown.Escape(r.When), reason,
		})
	}
	p.block(markdown.Table(nonEmpty([]string{"Source", "Words", "Value", "Day", "Reason"}, rows)))
}

// nonEmpty leaves out the columns in which no row has anything.
func nonEmpty(header []string, rows [][]string) ([]string, []markdown.Align, [][]string) {
	var kept []string
	out := make([][]string, len(rows))
	for column, name := range header {
		filled := false
		for _, row := range rows {
			filled = filled || row[column] != ""
		}
		if !filled {
			continue
		}
		kept = append(kept, name)
		for i, row := range rows {
			out[i] = append(out[i], row[column])
		}
	}
	return kept, nil, out
}

// quote prints a quote with its speakers and where it stands.
func (p *printer) quote(q page.Quote) {
	lines := []string{quoted(q), "", "— " + p.attribution(q)}
	for _, r := range q.Refers {
		lines = append(lines, "", `\[`+markdown.Escape(r.Key)+": "+p.refs(r.Means)+`\]`)
	}
	if q.Translation != "" {
		lines = append(lines, "", "Translation: "+markdown.Escape(q.Translation))
	}
	if q.Note.Text != "" {
		lines = append(lines, "", "Note: "+p.inline(q.Note))
	}
	p.block(markdown.Blockquote(strings.Join(lines, "\n")))
}

func quoted(q page.Quote) string {
	var out []string
	for _, piece := range q.Pieces {
		out = append(out, markdown.Escape(piece))
	}
	return strings.Join(out, gap)
}

// attribution says who said a quote, through whom, in which text and when, and
// what it does if it does not bear the statement out.
func (p *printer) attribution(q page.Quote) string {
	words := p.ref(q.Source)
	if len(q.Speakers) > 0 {
		words = p.speakers(q.Speakers) + ", in " + words
	}
	words += after(", ", markdown.Escape(q.Credit)) + after("; ", markdown.Escape(q.Told))
	if q.Role != "" {
		words += ". " + markdown.Escape(q.Role) + "."
	}
	return words
}

func after(words, s string) string {
	if s == "" {
		return ""
	}
	return words + s
}

// speakers names who said something and through whom it came.
func (p *printer) speakers(list []page.Speaker) string {
	var out []string
	for _, s := range list {
		name := p.ref(s.Ref)
		if s.Unnamed {
			name += " (unnamed)"
		}
		out = append(out, name)
	}
	return strings.Join(out, ", through ")
}
