package edtf

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// An Error says why a text is not a date, to its author.
type Error struct {
	Text    string   // the whole text
	Problem string   // continues a sentence that begins with the text
	Fixes   []string // dates that may have been meant, likeliest first; may be none
}

// Error returns one line without a capital and a full stop: the text in
// quotation marks, what is wrong, and what to write instead.
func (e *Error) Error() string {
	message := fmt.Sprintf("%q %s", clip(e.Text), e.Problem)
	if len(e.Fixes) == 0 {
		return message
	}
	quoted := make([]string, len(e.Fixes))
	for i, fix := range e.Fixes {
		quoted[i] = strconv.Quote(fix)
	}
	list := strings.Join(quoted, " or ")
	if strings.HasSuffix(message, " is") || strings.HasSuffix(message, " as in") {
		return message + " " + list
	}
	return message + "; write " + list
}

// clip shortens a text that is too long to be meant as a date.
func clip(s string) string {
	const longest = 60
	if runes := []rune(s); len(runes) > longest {
		return string(runes[:longest]) + "…"
	}
	return s
}

func explainOpenStart(last string) *Error {
	return &Error{
		Problem: "says that something always was, until then; a deadline stands in brackets, and what began nobody says when has nothing before the slash",
		Fixes:   accepted("[.."+last+"]", "/"+last),
	}
}

// accepted keeps the texts that are dates.
func accepted(texts ...string) []string {
	return slices.DeleteFunc(texts, func(s string) bool {
		_, problem := parse(s)
		return problem != nil
	})
}

// explain says why s does not have the shape of a date.
func explain(s string) *Error {
	plain := tidy(s)
	if fixes := accepted(plain); plain != s && len(fixes) > 0 {
		return &Error{Problem: "has spaces or dashes that do not belong there", Fixes: fixes}
	}
	if problem := misspelt(plain); problem != nil {
		return problem
	}
	if e, ok := takeApart(plain); ok {
		return explainEnds(e)
	}
	if strings.HasPrefix(s, "[") {
		return explainSet(plain)
	}
	return &Error{Problem: "is not a date; a day, a month and a year are written as in", Fixes: []string{"2031-03-05", "2031-03", "2031"}}
}

var hyphens = strings.NewReplacer("‐", "-", "‑", "-", "–", "-", "—", "-", "−", "-")

// tidy returns s with plain hyphens and single spaces.
func tidy(s string) string {
	return strings.Join(strings.Fields(hyphens.Replace(s)), " ")
}

// explainEnds explains the ends of a span that are no dates.
func explainEnds(e ends) *Error {
	var problems []string
	for _, end := range []*string{&e.first, &e.last} {
		if _, problem := parseEnd(*end); problem == nil {
			continue
		}
		trouble := cmp.Or(misspelt(strings.TrimSpace(*end)), &Error{Problem: "is not a date"})
		problems = append(problems, fmt.Sprintf("%q in it %s", clip(*end), trouble.Problem))
		if len(trouble.Fixes) > 0 {
			*end = trouble.Fixes[0]
		}
	}
	if e.openStart() {
		e.form = oneOf
	}
	return &Error{Problem: "is not a span of dates: " + strings.Join(problems, ", and "), Fixes: accepted(e.String())}
}

// explainSet says what is wrong with a text that opens a bracket.
func explainSet(s string) *Error {
	problem := "is not a span; some day from one to another stands in brackets with two dots between"
	inner := strings.Trim(s, "[] ")
	for _, between := range []string{"..", "/", ",", " - ", " "} {
		first, last, found := strings.Cut(inner, between)
		fixes := accepted("[" + strings.TrimSpace(first) + ".." + strings.TrimSpace(last) + "]")
		if found && len(fixes) > 0 {
			return &Error{Problem: problem, Fixes: fixes}
		}
	}
	return &Error{Problem: problem + ", as in", Fixes: []string{"[2031-03-04..2031-03-06]"}}
}
