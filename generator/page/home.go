package page

// Home is the first page: what is known at a glance.
type Home struct {
	Lead      Words // what the site rests on, in one or two sentences
	Sheets    []Entry
	Figures   []Glance
	Due       []Glance // aims and plans, whose they are and when that was said
	Questions []Glance // open and contested questions with their answers
	Sources   []Ref
}

// An Entry is one sheet on the home page.
type Entry struct {
	Ref     Ref
	Summary Words
}

// A Glance is one fact on the home page.
type Glance struct {
	Ref       Ref
	Heading   Words
	Statement Inline
	Answer    Inline
	Status    Words
	Support   Words
	Draft     bool
}
