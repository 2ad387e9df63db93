package page

// A Plot shows the figures of one measure on one scale, a row a report, so
// that reprints of one report never look like several that agree. Places on
// the scale are fractions, from 0 at its left end to 1 at its right one.
type Plot struct {
	ID      string // of the measure
	Title   Words  // the measure, with its unit
	Summary Words  // what the plot shows, for those who do not see it
	Key     []Words
	Ticks   []Tick
	Lanes   []Lane
	Rows    []PlotRow // the readings behind the plot
}

// A Tick is a place on a scale with its number.
type Tick struct {
	At    float64
	Words Words
}

// A Lane holds figures that may be compared with one another: of one owner,
// place and start, or plans for one day.
type Lane struct {
	Title   Words
	Reports []Report
}

// A Report is what one report says of a figure, in however many texts.
type Report struct {
	Title Words // the day, and who first reported it
	Marks []Mark
}

// A Mark is one amount with the texts that give it so.
type Mark struct {
	Words    Words   // the amount with its hedge
	Texts    []Words // labels of sources
	From, To float64 // what the amount leaves possible, at an open end as far as the scale goes
	OpenFrom bool    // it is told only how far down it reaches at least
	OpenTo   bool
	Point    float64 // where the number stands
	Pointed  bool    // it is one number
	Vague    bool    // it is a word of the source and no number
	Inferred bool    // the amount stands in no quote
}

// A PlotRow is a reading in the table behind a plot.
type PlotRow struct {
	Fact Ref
	Reading
}
