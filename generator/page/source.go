package page

// Sources is the table of all sources.
type Sources struct {
	Rows []SourceRow // by id
}

// A SourceRow is one source in the table.
type SourceRow struct {
	Ref       Ref     // the source's own page
	Publisher Words   // "not told" where the text does not say
	Published Words   // the day of the page; "not told" where the text does not say
	Dated     []Words // the days from which its passages speak, each with how it is known
	Origins   []Origin
	Shares    []Ref // sources with the same wording
	Facts     int   // how many facts cite it
}

// An Origin is whoever first reported a passage, or several passages. Own
// words, and what is not told, are neither credited nor inferred.
type Origin struct {
	Ref      Ref  // the actor; a Title alone for "the publisher itself" and "not told"
	Credited bool // its name stands in a passage
	Inferred bool // its name does not stand in a passage
}

// A Source is one source's page: the whole text with the passages marked
// that facts cite.
type Source struct {
	SourceRow
	ID       string
	Title    Words  // the headline, or a label where the text has none
	File     Ref    // the seed file; without a link where the seeds are not published
	URL      string // of the original page; "" where none is known
	Lang     string // BCP 47, of the text
	Excerpts Words  // what of the text stands here; "" for all of it
	Reasons  []Note // bases of the source and of its parts, findings set aside
	Passages []Passage
}

// A Passage is a run of paragraphs of one part.
type Passage struct {
	Role       string // body, headline, header, boilerplate
	Label      Words  // what it is, the day from which it speaks and who reported it
	Paragraphs []Paragraph
}

// A Paragraph is a paragraph of the seed, or what of it lies in one passage,
// cut at every place where a cited passage begins or ends.
type Paragraph struct {
	// ID is the element id: SOURCE_N; "" for what continues a paragraph of
	// the passage before, and for paragraphs that are left out.
	ID   string
	Line int // of the seed, from 1
	Runs []Run
	// Facts and Actors are those whose evidence the paragraph holds, in
	// the order in which their passages begin.
	Facts, Actors []Ref
}

// A Run is seed text that the same evidence cites from end to end.
type Run struct {
	Text    string
	Gap     bool     // seed text is left out here, and Text stands for it
	Anchors []string // ids of the evidence whose passage begins here
	Cited   []Ref    // the facts and actors that cite the run; none: it is not cited
}
