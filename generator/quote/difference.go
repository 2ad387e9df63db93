package quote

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"factsheet/generator/text"
)

// differences says in words what changes from the quote to the passage. Show
// returns the folded text of a span as the source has it.
func (a alignment) differences(show func(text.Span) string, class Class) []string {
	w := wording{alignment: a, show: show, class: class}
	for i := 0; i < len(a.steps); {
		end := i
		for end < len(a.steps) && !a.equal(a.steps[end]) {
			end++
		}
		if end > i {
			w.run(a.steps[i:end])
			i = end
			continue
		}
		w.spacing(i)
		i++
	}
	return w.said
}

func (a alignment) equal(s step) bool {
	return s.paired() && a.quoted.word(s.here) == a.passage.word(s.there)
}

// A wording puts the differences of an alignment into words.
type wording struct {
	alignment
	show  func(text.Span) string
	class Class
	said  []string
}

func (w *wording) say(format string, args ...any) {
	w.said = append(w.said, fmt.Sprintf(format, args...))
}

// spacing compares the white space between step i and the one before it, both
// of them pairs of equal words.
func (w *wording) spacing(i int) {
	if i == 0 || !w.equal(w.steps[i-1]) {
		return
	}
	before, s := w.steps[i-1], w.steps[i]
	if w.quoted.spaceBefore(s.here) != w.passage.spaceBefore(s.there) {
		w.say("spacing %s → %s", marked(w.quoted.between(before.here, s.here)), marked(w.shown(before.there, s.there)))
	}
}

// run says what changes in a run of steps none of which pairs equal words.
func (w *wording) run(steps []step) {
	here, there := runOf(steps, func(s step) int { return s.here }), runOf(steps, func(s step) int { return s.there })
	if len(here) > 0 && len(there) > 0 && w.oneChange(here, there) {
		return
	}
	for i := 0; i < len(steps); {
		end := i + 1
		for end < len(steps) && kindOf(steps[end]) == kindOf(steps[i]) && kindOf(steps[i]) != pair {
			end++
		}
		switch s := steps[i:end]; kindOf(s[0]) {
		case pair:
			w.replaces(s[0])
		case dropHere:
			words := w.quoted.between(s[0].here, s[len(s)-1].here)
			w.say("drops %s%s", marked(words), w.aside(words))
		case dropThere:
			words := w.passage.between(s[0].there, s[len(s)-1].there)
			w.say("adds %s%s", marked(w.shown(s[0].there, s[len(s)-1].there)), w.aside(words))
		}
		i = end
	}
}

// oneChange says of a run that is the same but for spaces or case that it is.
func (w *wording) oneChange(here, there []int) bool {
	q := w.quoted.between(here[0], here[len(here)-1])
	p := w.passage.between(there[0], there[len(there)-1])
	shown := w.shown(there[0], there[len(there)-1])
	switch {
	case strings.EqualFold(q, p):
		w.say("case %s → %s", marked(q), marked(shown))
	case strings.ReplaceAll(q, " ", "") == strings.ReplaceAll(p, " ", ""):
		w.say("spacing %s → %s", marked(q), marked(shown))
	default:
		return false
	}
	return true
}

func runOf(steps []step, side func(step) int) (words []int) {
	for _, s := range steps {
		if i := side(s); i >= 0 {
			words = append(words, i)
		}
	}
	return words
}

func kindOf(s step) int {
	switch {
	case s.there < 0:
		return dropHere
	case s.here < 0:
		return dropThere
	}
	return pair
}

// replaces says what kind of word stands in the place of another.
func (w *wording) replaces(s step) {
	q, p := w.quoted.word(s.here), w.passage.word(s.there)
	shown := w.shown(s.there, s.there)
	switch {
	case strings.EqualFold(q, p):
		w.say("case %s → %s", marked(q), marked(shown))
	case numeric(q) && numeric(p):
		w.say("digits %s → %s", q, shown)
	case isMark(q) && isMark(p):
		w.say("quotation marks %s → %s", q, shown)
	case !w.quoted.words[s.here].Letters:
		w.say("punctuation %s → %s", q, shown)
	case w.classOf(q) != "" || w.classOf(p) != "":
		w.say("%s%s → %s%s", marked(q), w.aside(q), marked(shown), w.aside(p))
	case s.here > 0 && capital(q) && capital(p):
		w.say("name %s → %s", marked(q), marked(shown))
	default:
		w.say("%s → %s", marked(q), marked(shown))
	}
}

// aside names what the first word that does something in its language does.
func (w *wording) aside(words string) string {
	for word := range strings.FieldsSeq(words) {
		if c := w.classOf(word); c != "" {
			return " (a " + c + ")"
		}
	}
	return ""
}

func (w *wording) classOf(word string) string {
	if w.class == nil {
		return ""
	}
	return w.class(word)
}

func (w *wording) shown(i, j int) string {
	return w.show(text.Span{Start: int(w.passage.words[i].Start), End: int(w.passage.words[j].End)})
}

func isMark(word string) bool { return word == "'" || word == `"` }

func capital(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

// maxShown is the number of code points of a text that a message repeats.
const maxShown = 80

// marked puts an author's words in quotation marks, long ones cut in the middle.
func marked(words string) string {
	if utf8.RuneCountInString(words) > maxShown {
		r := []rune(words)
		words = string(r[:maxShown/2]) + " … " + string(r[len(r)-maxShown/2:])
	}
	return `"` + words + `"`
}

// counted returns a number as running text says it.
func counted(n int) string {
	words := []string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}
	if n < len(words) {
		return words[n]
	}
	return fmt.Sprint(n)
}
