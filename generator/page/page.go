// Package page says what each page says: every figure, date, count and name
// is put into words here and nowhere else. Its values are plain: a page can
// be printed as Markdown or rendered as HTML without asking the dossier.
//
// Texts are of three kinds. An [Inline] is the author's inline Markdown.
// [Words] are plain text of ours, names and titles among them. Seed text is
// verbatim, with the line breaks and white space of the seed. Whoever prints
// one of the last two escapes it.
package page

// Words is plain text of the program's own.
type Words = string

// A Ref leads to something of the site. Without a Link there is nothing to
// lead to: an id that is declared nowhere, a measure.
type Ref struct {
	Kind  string // "fact", "actor", "source", "sheet", "page"; "" for an id that is declared nowhere
	ID    string // of what it leads to; of a sheet its name
	Title Words
	Link  string // relative to the root of the site: "figures.html#bridges-closed"
	File  string // the same in the project: "content/sheets/figures.md#bridges-closed", "seeds/017.txt#L11"
}

// An Inline is inline Markdown as an author wrote it.
type Inline struct {
	Text string
	Refs []Ref // what the links lead to whose whole address is an id, by that id
}

// Ref returns what a link of that address leads to, and whether the address
// is an id.
func (in Inline) Ref(address string) (Ref, bool) {
	for _, r := range in.Refs {
		if r.ID == address {
			return r, true
		}
	}
	return Ref{}, false
}

// A Site is what every page shows of the whole.
type Site struct {
	Title       string
	Description string
	Lang        string
	BaseURL     string // "" or an address that ends with a slash
	Updated     Words  // the editor's date; "" where there is none
	KnownUpTo   Words  // "Known up to 9 March 2031", with how sure that is and why; "" where no source tells its day
	KnownShort  Words  // the same without the why
	Newest      Ref    // the source that reaches so far
	Nav         []Ref  // home, sheets, sources, hand-written pages
	Search      Ref    // the page on which everything is found
	Foot        []Ref  // what stands at the foot of every page: texts compared, corrections, data
	Alternates  []Alternate
}

// An Alternate is the whole site in another form, for programs.
type Alternate struct {
	Type  string // its media type
	Title Words
	Link  string
}

// A Sheet is the facts of one table.
type Sheet struct {
	Name      string
	Kind      string // quantity, date, claim, question, actor
	Title     string
	Link      string
	Summary   Words      // what the sheet holds and up to when, in one or two sentences
	Timelines []Timeline // of a sheet of dates: that of its sections
	Sections  []Section  // those without a group
	Groups    []Group
}

// A Group is a part of a sheet with a page of its own.
type Group struct {
	Name      string
	Title     Words
	Link      string
	Facts     int        // how many facts or actors it has
	Timelines []Timeline // of a sheet of dates: that of its sections
	Sections  []Section
}

// A Section is one fact or actor.
type Section struct {
	ID        string
	Page      string // of an actor: its own page, on which its id is an element's; "" for a fact, whose id is the section's
	Heading   Words  // what a page shows above the statement: the measure with owner, place and day; the day; the actor's name
	Statement Inline // the statement, or the question; none for an actor
	Answer    Inline // of a question
	Status    Words  // value, status and dates in one line; "" where there is nothing to say
	Support   Words  // texts and voices in one line; "" without evidence
	About     []Note // who, whom, where
	Sides     []Side // of a contested question
	Plots     []Plot // that of its measure, before the first of several figures
	Readings  []Reading
	Quotes    []Quote
	Cards     []Card // of a fact, one for each of its quotes
	Notes     []Note
	Draft     bool
}

// A Side is one answer to a contested question.
type Side struct {
	Says  Words
	Facts []Ref
}

// A Reading is what one source says of a value or a date, or what it calls
// an actor.
type Reading struct {
	Source   Ref    // at the cited passage
	Words    string // seed text: what carries the value
	Value    Words  // "" where the program does not read one
	When     Words  // the day on which the value holds, or the date read
	Inferred bool   // the value or date stands in no quote
	Reason   Inline // why it is so inferred
}

// A Quote is one piece of evidence.
type Quote struct {
	Anchor      string // its id, FACT_1: the element id of its passage on the source's page
	Pieces      []string
	Speakers    []Speaker // innermost first; none: the text credits nobody
	Names       bool      // it names an actor, and states nothing that somebody could be credited with
	Credit      Words     // that it is credited to nobody: "which credits nobody with telling it"; "" where it is, and where there is nothing to credit
	Told        Words     // "said on 5 March 2031", "words of 5 March 2031"; "" where unknown, and for names
	Role        Words     // a sentence; "" for evidence that supports
	Source      Ref       // at the cited passage
	Seed        string    // the name of the seed file
	Line        int       // of the seed, at which the quote starts, from 1
	Said        Words     // the day on which it was said; "" where unknown
	Published   Words     // the day of the page; "" where unknown
	Refers      []Refer
	Lang        string // BCP 47, of the seed
	Translation string
	Note        Inline
}

// A Speaker is whom a text credits with a quote.
type Speaker struct {
	Ref
	Unnamed bool // and its description does not say so
}

// A Refer says what a pronoun, an epithet or a time word of a quote stands for.
type Refer struct {
	Key   string // seed text
	Means []Ref  // of a date the words alone
}

// A Note is a labelled remark: the words, then the text, then the links.
type Note struct {
	Label Words // "Differs from", "Reason", "Stays open", "No text says"
	Words Words
	Text  Inline
	Refs  []Ref
}
