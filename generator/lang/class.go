package lang

// A Class is what a word is in its language. Words may stand in several.
type Class uint8

// The classes, as the headers of a table name them.
const (
	None Class = iota

	Number    // a cardinal number in words; value
	Magnitude // multiplies what stands before it: "hundred", "million", "dozen"; value
	Glued     // a magnitude written onto digits: "k", "bn"; value
	Fraction  // a part of one: "half", "third", "quarters"; value
	Ordinal   // "first", "th" after digits; value (0: an ending)
	Article   // counts one: "a", "an"
	And       // joins number words, and the ends of a range after Between
	Point     // the decimal mark in words
	To        // joins the ends of a range: "to", "or"
	Between   // opens a range: "between"
	From      // opens a range: "from"
	Of        // joins a number to what it counts: "of"
	OutOf     // joins a part to its whole: "out of"
	Percent   // "percent", "%"; Arg "" or another sign: "percentage points"
	Currency  // a currency; Arg is its sign
	Vague     // a number that the text leaves open; bounds
	Share     // a share that the text leaves open: "most of"; bounds
	Remainder // "the rest"
	Label     // a word after which a number is a name: "Highway", "Article"
	Plural    // a plural without its usual ending: "people", "police"
	Change    // before a number that something changes by, to or from; Arg which
	Filler    // stands between a number and what it counts: "more", "of", "the"
	Idiom     // a phrase that holds a number or date word and means none: "one another"

	HedgeBefore // a hedge before its number; Arg
	HedgeAfter  // a hedge after its number: "or more"; Arg
	HedgeTight  // a hedge written onto its number: "+", "plus"; Arg

	Month     // value 1–12
	Weekday   // value 1–7 from Monday
	Season    // value 21–24 as in EDTF
	Holiday   // a day of every year; value month*100+day
	Day       // a day counted from today: "yesterday"; value
	DayPart   // a part of a day: "morning"
	Direction // "last", "this", "next"; value -1, 0, 1; Arg rolling ("the past week") or event ("the previous week")
	TimeUnit  // Arg minute, hour, day, week, weekend, month, quarter, year, decade, century; value how many
	Part      // "late", "the end of"; bounds as shares of the whole
	Close     // the end of the year, month or week in one word: "year-end"; Arg which, bounds as shares of it
	Turn      // "the turn of"
	Age       // after a duration: how old somebody is
	Ago       // after a duration: backwards from today
	AgoBefore // before a duration: backwards from today: German "vor"
	Hence     // after a duration: forwards from today
	Before    // after a duration: backwards from another event
	After     // after a duration: forwards from another event
	In        // before a date or duration
	Deadline  // "by", "until"; Arg in, or before where the date itself is too late
	Since     // "since", "as of"
	Onward    // after a date: "onwards"; Arg earliest or latest where the day lies on that side: "at the earliest"
	NotYet    // before a deadline in one clause: what "did not" open until May opened then
	Lasting   // what goes on until a deadline whether or not it is denied: "last", "wait"
	Later     // "after": some time later than a date; Arg from where the date itself is late enough
	On        // stands before a date and adds nothing: "on", "during", "the"
	Around    // makes a date approximate: "around"
	Deictic   // points at the time of speaking: "now", "recently"; Arg past, present, future
	Event     // a day counted from another event: "the following day"; value in days
	Clock     // after a number: a time of day: "p.m.", "o'clock"
	ClockWord // a time of day in a word: "noon"
	Zone      // a time zone
	Era       // "AD", "BC"; value 1, -1
	Ambiguous // a month, day or season that is another word too: "May", "fall"

	Negation  // denies its clause
	Clause    // opens a clause within another: "that", "whether"
	Asking    // opens what is asked or left unsaid: "did not say how"
	Denial    // a verb of denying
	Say       // a verb of saying
	Modal     // "could", "would"
	Status    // how far an event has come; Arg a status of the annotations
	Corrected // before what a text takes back: "an earlier version"
	Past      // a verb of what has happened, or a part of one: "was", "rose"
	Opposite  // a word of one of two sides; Arg the pair, value 1 or -1
	Ours      // the first person of those who write: "our"
	Document  // a text that says something itself: "the letter says"
	Title     // before a name: "Mr", "General"
	Feast     // a day of every year whose date moves: "Easter"
	Compass   // a part of a land, which makes another people of a demonym: "South"
	Demonym   // of a people or place, and its members: "Chilean", "Danes"
	Pronoun
	Clitic // an ending that is a token of its own: "'s"
	Stop   // carries no topic of its own
	Preposition
	Agent // before whoever acts, where the verb is passive: "by"
	Verb  // a common verb, which no number counts

	Report    // names the outlet that a text follows: "reported"; Arg to or by where the name comes after
	Furniture // words of a page around its text: "read more"; Arg sentence where they begin whole sentences

	classes
)

// Classes is a set of classes.
type Classes [classes/64 + 1]uint64

var classNames = map[string]Class{
	"number": Number, "magnitude": Magnitude, "glued": Glued, "fraction": Fraction, "ordinal": Ordinal,
	"article": Article, "and": And, "point": Point, "to": To, "between": Between, "from": From, "of": Of, "out-of": OutOf,
	"percent": Percent, "currency": Currency, "vague": Vague, "share": Share, "remainder": Remainder,
	"label": Label, "plural": Plural, "change": Change, "filler": Filler, "idiom": Idiom,
	"hedge-before": HedgeBefore, "hedge-after": HedgeAfter, "hedge-tight": HedgeTight,
	"month": Month, "weekday": Weekday, "season": Season, "holiday": Holiday, "day": Day, "day-part": DayPart,
	"direction": Direction, "time-unit": TimeUnit, "part": Part, "close": Close, "turn": Turn, "age": Age, "ago": Ago, "ago-before": AgoBefore, "hence": Hence,
	"before": Before, "after": After, "in": In, "deadline": Deadline, "since": Since,
	"onward": Onward, "not-yet": NotYet, "lasting": Lasting, "later": Later, "on": On, "around": Around, "deictic": Deictic,
	"event": Event, "clock": Clock, "clock-word": ClockWord, "zone": Zone, "era": Era, "ambiguous": Ambiguous,
	"negation": Negation, "clause": Clause, "asking": Asking, "denial": Denial, "say": Say, "modal": Modal, "status": Status, "corrected": Corrected, "past": Past, "opposite": Opposite, "ours": Ours, "document": Document, "title": Title, "feast": Feast, "compass": Compass, "demonym": Demonym,
	"pronoun": Pronoun, "clitic": Clitic, "stop": Stop, "preposition": Preposition, "agent": Agent, "verb": Verb,
	"report": Report, "furniture": Furniture,
}

// SetOf returns the set of some classes.
func SetOf(list ...Class) (s Classes) {
	for _, c := range list {
		s.add(c)
	}
	return s
}

func (s Classes) has(c Class) bool { return s[c/64]&(1<<(c%64)) != 0 }

func (s *Classes) add(c Class) { s[c/64] |= 1 << (c % 64) }

func (s *Classes) remove(c Class) { s[c/64] &^= 1 << (c % 64) }
