package edtf

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// A spelling is a way in which people write dates that is not EDTF, and the
// dates that they may mean, with $ before the names of groups.
type spelling struct {
	pattern   string // in which {y}, {m}, {month} and {d} are groups
	problem   string // as in Error
	templates []string
}

const (
	unpadded   = "needs two digits for month and day"
	unhyphened = "is not written with hyphens"
	timed      = "has a time of day; the finest date here is a day"
	backward   = "is not written with the year first"
	inWords    = "is in words"
	both       = "gives two dates and not how they belong together: from one to the other throughout, or some day within"
	bare       = "lacks its brackets or its slash"
	undated    = "is no date; an unknown date is"
)

// spellings are tried in turn, on a text with plain hyphens and single spaces.
var spellings = []spelling{
	{`{y}-{m}-{d}(?P<q>[?~%]?)`, unpadded, []string{"$y-$m-$d$q"}},
	{`{y}-{m}(?P<q>[?~%]?)`, unpadded, []string{"$y-$m$q"}},
	{`{y}[./]{m}[./]{d}`, unhyphened, []string{"$y-$m-$d"}},
	{`{y}(?P<m>\d\d)(?P<d>\d\d)`, unhyphened, []string{"$y-$m-$d"}},
	{`{y}-{m}-{d}[T ]\d.*`, timed, []string{"$y-$m-$d"}},
	{`{d}\. ?{m}\. ?{y}`, backward, []string{"$y-$m-$d"}},
	{`{d}[/-]{m}[/-]{y}`, backward, []string{"$y-$m-$d", "$y-$d-$m"}},
	{`{m}[./-]{y}`, backward, []string{"$y-$m"}},
	{`{d}(?:\.|st|nd|rd|th)? (?:of )?{month},? {y}`, inWords, []string{"$y-$m-$d"}},
	{`{month} {d}(?:st|nd|rd|th)?,? {y}`, inWords, []string{"$y-$m-$d"}},
	{`{month},? ?(?:of )?{y}`, inWords, []string{"$y-$m"}},
	{`(?:the )?(?P<y>\d{3})0'?s`, inWords, []string{"${y}X"}},
	{`(?:c\.?|ca\.?|circa|about|around) ?(?P<x>[\d-]+)`, inWords, []string{"$x~"}},
	{`(?:before|until|by) (?P<x>[\d-]+)`, inWords, []string{"[..$x]"}},
	{`(?:after|since|from) (?P<x>[\d-]+)`, inWords, []string{"[$x..]", "$x/.."}},
	{`(?P<a>[\d-]+) ?(?:\.\.| to | - |, ?) ?(?P<b>[\d-]+)`, both, []string{"$a/$b", "[$a..$b]"}},
	{`\.\. ?(?P<x>[\d-]+)`, bare, []string{"[..$x]"}},
	{`(?P<x>[\d-]+) ?\.\.`, bare, []string{"[$x..]", "$x/.."}},
	{`(?i:unknown|none|no date|undated|n/?a|tbd|tba|null)|\?+|\.+|~|%|-|XXXX(?:-XX){0,2}`, undated, []string{""}},
}

var groups = strings.NewReplacer(
	"{y}", `(?P<y>\d{4})`, "{m}", `(?P<m>\d{1,2})`, "{d}", `(?P<d>\d{1,2})`, "{month}", `(?P<m>[A-Za-z]+)\.?`,
)

// patterns are those of spellings, compiled when the first date is misspelt.
var patterns = sync.OnceValue(func() []*regexp.Regexp {
	compiled := make([]*regexp.Regexp, len(spellings))
	for i, sp := range spellings {
		compiled[i] = regexp.MustCompile("^(?:" + groups.Replace(sp.pattern) + ")$")
	}
	return compiled
})

// misspelt explains a text by the first spelling that it has, or returns nil.
func misspelt(s string) *Error {
	for i, pattern := range patterns() {
		values, ok := valuesOf(pattern, s)
		if !ok {
			continue
		}
		if problem := spellings[i].explain(values); problem != nil {
			return problem
		}
	}
	return nil
}

// explain returns nil where nothing that could be meant looks like a date.
func (sp spelling) explain(values map[string]string) *Error {
	var meant []string
	for _, template := range sp.templates {
		meant = append(meant, os.Expand(template, func(name string) string { return values[name] }))
	}
	likeliest := meant[0]
	_, problem := parse(likeliest)
	fixes := accepted(meant...)
	switch {
	case len(fixes) > 0:
		return &Error{Problem: sp.problem, Fixes: fixes}
	case problem == errShape:
		return nil
	}
	return &Error{Problem: fmt.Sprintf("%s, and %q %s", sp.problem, likeliest, problem.Problem)}
}

// valuesOf returns the named groups of a match, days with two digits and
// months as their numbers; false without a match, or if a word is no month
// and no season.
func valuesOf(pattern *regexp.Regexp, s string) (map[string]string, bool) {
	match := pattern.FindStringSubmatch(s)
	if match == nil {
		return nil, false
	}
	values := make(map[string]string)
	for i, name := range pattern.SubexpNames() {
		switch text := match[i]; name {
		case "m":
			number := monthNumber(text)
			if number == 0 {
				return nil, false
			}
			values[name] = fmt.Sprintf("%02d", number)
		case "d":
			values[name] = strings.Repeat("0", 2-len(text)) + text
		default:
			values[name] = text
		}
	}
	return values, true
}

// monthNumber reads digits, the name of a month or its first three letters or
// more, or a season; it returns 0 for anything else.
func monthNumber(s string) int {
	if n, err := strconv.Atoi(s); err == nil {
		return n
	}
	s = strings.ToLower(s)
	for i, name := range monthNames {
		if len(s) >= 3 && strings.HasPrefix(strings.ToLower(name), s) {
			return i + 1
		}
	}
	if s == "sept" {
		return 9
	}
	if s == "fall" {
		s = "autumn"
	}
	if i := slices.Index(seasonNames[:], s); i >= 0 {
		return firstSeason + i
	}
	return 0
}
