package page

// Home is the first page: what is known at a glance.
type Home struct {
	Lead      Words // to what the texts come down, in one or two sentences
	Figures   []Glance
	Latest    []Glance  // what happened, the latest first
	Due       []Glance  // agreements, plans and aims, whose they are and when that was said
	Questions []Glances // what is not answered, by status, with what is known of it
	People    []Entry   // who is named most, and what they are
	Parties   []Entry   // states, forces, groups and bodies
	Sheets    []Entry
	Sources   []Ref
}

// Glances are the facts under one heading of the home page.
type Glances struct {
	ID, Title Words
	List      []Glance
	All       Ref // where they all are, with their number; none where all are shown
}

// An Entry is one sheet or actor on the home page.
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
