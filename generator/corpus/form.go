package corpus

import (
	"fmt"
	"strings"
	"time"
)

// A kind is what a sentence of a story tells. A town has a story of each form,
// so that no two of its stories have one frame in common.
type kind struct {
	name  string // as the ids of its facts end
	table string // of its facts
	voice voice
	forms [4]string
}

// A voice is who says a sentence.
type voice int

const (
	nobody   voice = iota // the text itself
	master                // the town's harbour master
	speech                // the same, in quotation marks
	member                // a member of the board
	board                 // the board itself
	unnamed               // people who ask not to be named
	unspoken              // a sentence that names the board as the one who acts
)

// kinds are the sentences of a story in the order of its full text. At most two
// words in five of a form are its own, so that two sentences of one form are no
// twins.
var kinds = []*kind{
	{"moved", "figures", master, [4]string{
		"{n} {people} left the {S} in {town} for a {S}| when a {D} {near} {G} {worked} the {site}, {m} {people} among them",
		"{n} {people} crossed {town} to a {S}| once {G} {near} the {S} {worked} a {D}, {m} {people} behind them",
		"a {S} in {town} took in {n} {people}| whose {G} {near} the {S} were {worked}, and {m} {people} slept {near} a {D}",
		"{n} {people} queued in {town} for {G}| once the {S} {near} a {D} was {manner} {worked}, {m} {people} {near} the {S}",
	}},
	{"hit", "figures", nobody, [4]string{
		"{n} {goods} were {manner} {worked} {near} the {S}| as {people} {worked} a {D} {near} {G}",
		"inspectors counted {n} {goods} {near} the {S}| and {manner} {worked} a {D} full of {G}",
		"the {S} lost {n} {goods}| while {people} {manner} {worked} the {D} {near} a {S}",
		"{n} {goods} {near} a {S} were sold| to {people} who {manner} {worked} a {D} with {G}",
	}},
	{"event", "dates", nobody, [4]string{
		"the {D} was {manner} {worked} {day}| by {people} {near} the {S} with {manner} {worked} {G}",
		"{people} {manner} {worked} the {S} {day}| with {manner} {worked} {G} {near} a {D}",
		"a {D} broke down {near} the {S} {day}| and {manner} {worked} {G} {near} a {S}",
		"{people} {near} the {S} met {day}| over a {quality} {paper} for {manner} {working} {G} {near} a {D}",
	}},
	{"cost", "figures", board, [4]string{
		"{manner} {working} the {S} cost {money}| once a {D} {near} {G} {worked} a {site}",
		"a {D} {near} the {S} went to {people} for {money}| with {manner} {worked} {G}",
		"{money} went into {working} the {S}| and its {manner} {worked} {G} {near} a {D}",
		"a {quality} {paper} {near} the {S} brought {money}| to {people} {manner} {working} a {D} with {G}",
	}},
	{"speech", "claims", speech, [4]string{
		"the {S} belongs to {people}| like the {D} {near} {manner} {worked} {G}",
		"{G} matter to {people}| like the {S} {near} a {manner} {worked} {D}",
		"a {D} is what the {S} deserves| after {people} {manner} {worked} {G} {near} a {S}",
		"{people} were right about the {D}| {near} the {S} and its {manner} {worked} {G}",
	}},
	{"share", "figures", member, [4]string{
		"{p}% of the {goods} {near} a {S} were {manner} {worked}| as a {D} {worked} {G}",
		"{p}% of {people} {near} the {S} backed a {paper}| for {manner} {working} the {D} with {G}",
		"{p}% of {goods} {near} the {S} were {quality}| like {manner} {worked} {G} {near} a {D}",
		"a {quality} {paper} covers {p}% of {goods}| that {people} {manner} {worked} {near} the {S} with a {D}",
	}},
	{"past", "dates", nobody, [4]string{
		"the {S} was {manner} {worked} {date}| by {people} {near} {G} and a {D}",
		"the {quality} {paper} for a {S} ran out {date}| as {people} {manner} {worked} {G} {near} a {D}",
		"the {S} was opened {date}| for {people} {near} a {manner} {worked} {D} with {G}",
		"{people} took over the {S} {date}| with {manner} {worked} {G} {near} a {D}",
	}},
	{"rumour", "claims", unnamed, [4]string{
		"the {quality} {paper} was {manner} {worked} {near} a {S}| by {people} with a {D} and {G}",
		"a {D} {near} the {S} was sold| to {people} {manner} {working} {G} {near} a {S}",
		"{people} {manner} {worked} the {D}| to spare {G} {near} the {S} a {quality} {paper}",
		"the {S} keeps {G} for {people}| and {manner} {worked} a {D} {near} a {site}",
	}},
	{"plan", "dates", unspoken, [4]string{
		"the {board} plans to start {manner} {working} the {S} {plan}| for {people} {near} a {manner} {worked} {D} with {G}",
		"the {board} is to {manner} hand a {D} {plan}| to {people} {near} the {S} with {manner} {worked} {G}",
		"the {board} is to {manner} open a {S} {plan}| for {people} {near} the {D} with {manner} {worked} {G}",
		"the {board} plans to {manner} move {G} {plan}| from the {S} to {people} {near} a {manner} {worked} {D}",
	}},
	{"open", "questions", nobody, [4]string{
		"it was unclear who {manner} {worked} the {D}|, or why {people} {near} the {S} kept {manner} {worked} {G}",
		"nobody would say who {manner} {worked} the {D}| {near} the {S}, or where {people} keep {manner} {worked} {G}",
		"how a {D} reached the {S} is open|, like whose {G} {people} {near} a {S} {manner} {worked}",
		"who pays for {manner} {working} the {D} is open|, or whose {manner} {worked} {G} {people} {near} the {S} {worked}",
	}},
}

// planKind is the index of the kind whose sentences name the board.
const planKind = 8

// tails end sentences.
var tails = [...]string{
	", {manner} {worked} and {manner} {worked} {near} the {S}",
	" {near} a {S}, {manner} {worked} {near} {quality} {goods}",
	", {near} {quality} {goods} and a {S} of {manner} {worked} {goods}",
	" {manner} {worked} {near} {quality} {people} with a {D} for {goods}",
	", a {S} {near} {manner} {worked} {goods} and {quality} {goods}",
}

// short writes of the forms that stand for several words.
var short = strings.NewReplacer(
	"{S}", "{quality} {quality} {site}",
	"{D}", "{quality} {quality} {device}",
	"{G}", "{goods}, {goods} and {goods}",
)

// daysBack is how many days before its first text an event lies at most. After
// three days a weekday alone is no date.
const daysBack = 5

// An item is a sentence of a story with the values in it.
type item struct {
	*kind
	sentence
	amount amount    // n, money or p
	other  amount    // m
	on     time.Time // day
	when   string    // EDTF of date and plan
}

func newItem(s *story, n int) *item {
	k, t := kinds[n], s.town
	it := &item{kind: k}
	number := t.n*len(kinds)*4 + s.n*len(kinds) + n
	it.amount, it.other = newAmount(k.name, number), newAmount("among", number)
	it.on = s.day.AddDate(0, 0, -1-number%daysBack)
	var date string
	if date, it.when = pastDate(number); k.name == "plan" {
		_, it.when = planDate(number)
	}
	plan, _ := planDate(number)
	form := (s.n + t.n) % len(k.forms)
	it.sentence = t.choice.fill(n*len(k.forms)+form, short.Replace(k.forms[form]+tails[(number+t.n)%len(tails)]), map[string]string{
		"town": t.name, "board": t.board,
		"n": it.amount.words, "money": it.amount.words, "p": it.amount.words, "m": it.other.words,
		"day": "on " + it.on.Weekday().String(), "date": date, "plan": plan,
	})
	return it
}

// An amount is a number as the text has it and as an annotation has it.
type amount struct {
	words string
	value int
	hedge string
}

// hedges are words before a number and what they mean.
var hedges = [...][2]string{{"", ""}, {"about ", "about"}, {"nearly ", "nearly"}, {"", ""}, {"more than ", "over"}, {"at least ", "at-least"}, {"up to ", "at-most"}}

// bounded are the first hedges: with them a number and its double exclude each
// other.
const bounded = 4

// newAmount makes the amount of a kind of sentence.
func newAmount(kind string, n int) amount {
	hedge := hedges[n%len(hedges)]
	if kind == "moved" {
		hedge = hedges[n%bounded]
	}
	switch kind {
	case "cost":
		tenths := 11 + n*7%89
		return amount{fmt.Sprintf("%s$%d.%d million", hedge[0], tenths/10, tenths%10), tenths * 100_000, hedge[1]}
	case "share":
		return amount{fmt.Sprintf("%s%d", hedge[0], 13+n*11%80), 13 + n*11%80, hedge[1]}
	case "hit":
		small := []string{"two", "three", "four", "five", "six", "seven", "eight", "nine", "eleven", "twelve"}
		values := []int{2, 3, 4, 5, 6, 7, 8, 9, 11, 12}
		return amount{small[n%len(small)], values[n%len(small)], ""}
	case "among":
		return amount{fmt.Sprint(21 + n*13%70), 21 + n*13%70, ""}
	}
	v := 1000 + 10*(n*37%880)
	return amount{hedge[0] + thousands(v), v, hedge[1]}
}

func thousands(v int) string { return fmt.Sprintf("%d,%03d", v/1000, v%1000) }

// pastDate is a date long before any text, in words and in EDTF.
func pastDate(n int) (words, edtf string) {
	d := time.Date(2024+n%6, time.Month(1+n*5%12), 1+n*11%28, 0, 0, 0, 0, time.UTC)
	switch n % 4 {
	case 0:
		return d.Format("on 2 January 2006"), d.Format(time.DateOnly)
	case 1:
		return d.Format("on January 2, 2006"), d.Format(time.DateOnly)
	case 2:
		return d.Format("in January 2006"), d.Format("2006-01")
	}
	return d.Format("in 2006"), d.Format("2006")
}

// planDate is a date after all texts.
func planDate(n int) (words, edtf string) {
	d := time.Date(2033+n%11, time.Month(1+n*7%12), 1, 0, 0, 0, 0, time.UTC)
	switch n % 3 {
	case 0:
		return d.Format("in January 2006"), d.Format("2006-01")
	case 1:
		return d.Format("by 2006"), d.Format("[..2006]")
	}
	return d.Format("in 2006"), d.Format("2006")
}

// inText returns words as a text has them: with a capital where it begins with
// them.
func inText(text, words string) string {
	first, _, _ := strings.Cut(words, gap)
	if strings.HasPrefix(text, sentenceCase(first)) {
		return sentenceCase(words)
	}
	return words
}
