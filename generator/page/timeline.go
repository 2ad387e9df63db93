package page

// A Timeline shows the events of a page on one scale of time, an event a row.
// Places on the scale are fractions, from 0 at its left end to 1 at its right
// one; long empty time is left out.
type Timeline struct {
	ID      string // of its page: the name of the sheet, with that of the group
	Title   Words
	Summary Words   // what it shows, for those who do not see it
	Notes   []Words // what lines and hollow marks mean
	Key     []KeyEntry
	Ticks   []Tick
	Breaks  []float64 // where time is left out
	Events  []Event
}

// A KeyEntry says what a shape means.
type KeyEntry struct {
	Shape string // as of an event
	Words Words
}

// An Event is a row of a timeline.
type Event struct {
	Fact     Ref
	Shape    string // happened, ahead, off, disputed
	Status   Words  // its status and date, and when it was said
	Order    Words  // of an event without a date what it is stated to come before or after
	Dated    bool
	From, To float64 // the first and the last day on which it may have been; at an open end as far as the scale goes
	OpenFrom bool
	OpenTo   bool
	Lasting  bool // it went on all that time, and is not some day of it
	Said     bool // it is known when it was said
	SaidFrom float64
	SaidTo   float64
	Inferred bool   // the date stands in no quote
	Reason   Inline // why it is so inferred
}
