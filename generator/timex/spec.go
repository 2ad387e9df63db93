package timex

// A spec is what the words of an expression say, before the day from which
// they are said is known.
type spec struct {
	base  base
	frame frame
	ahead bool // with frameSince: "from March", which may lie ahead
	past  bool // of a date without a year and frame: the words around it tell of what has happened
	about bool // "around", "sometime in"

	year, month, day, season int // calendar; 0: not said. month and day also of a holiday
	decade, century          bool
	or                       *spec // the other reading of 5/6/2031
	inYear                   way   // of a date without a year: "June last year"

	weekday int  // 1–7 from Monday; 0: not said
	way     way  // last, this, next
	unit    unit // of way and count
	rolling bool // "the past week" up to today, not the one before this

	low, high float64 // count of units; high may be infinite
	back      bool    // "ago"

	part partOf
	side int   // -1 "earlier this year", 1 "later this year"
	to   *spec // the other end of "from March to May"
	some bool  // the ends were between, not from
}

type base uint8

const (
	calendar base = iota + 1 // a date of the calendar, whole or in part
	weekday                  // a day of the week
	offset                   // days from today: low
	wayUnit                  // "last week"
	counted                  // "three weeks ago", "the past three weeks"
	turn                     // "the turn of the year"
	event                    // counted from another event
	duration
	deictic
	clock
)

type frame uint8

const (
	frameNone   frame = iota
	frameBy           // by then, the date included
	frameBefore       // before the date begins
	frameSince
	frameAfter
	frameFrom   // then or later: "not before"
	frameWithin // of a count: no later than that from today
)

// A way is where a direction word points; 0 is none.
type way int8

const (
	wayNone way = iota
	wayLast
	wayThis
	wayNext
)

var deicticWays = map[string]way{"past": wayLast, "present": wayThis, "future": wayNext}

// wayOf turns the value of a direction word into a way.
func wayOf(value float64) way { return wayThis + way(value) }

// A unit is a unit of time.
type unit uint8

const (
	noUnit unit = iota
	second
	minute
	hour
	dayUnit
	week
	weekend
	month
	quarter
	year
	decade
	century
)

// unitNames are the units as the tables of package lang name them.
var unitNames = func() map[string]unit {
	names := map[string]unit{}
	for u := second; u <= century; u++ {
		names[u.String()] = u
	}
	return names
}()

var unitWords = [...]string{
	"", "second", "minute", "hour", "day", "week", "weekend", "month", "quarter", "year", "decade", "century",
}

// String returns the name of the unit.
func (u unit) String() string { return unitWords[u] }

// A partOf is a share of a span: "late" is 7/12 to 1. Its zero value is the
// whole.
type partOf struct {
	low, high float64
	end       bool // "the end of", before which the whole is not over
}

func (p partOf) whole() bool { return p.high == 0 }

// isDate reports whether a frame may stand before the words.
func (sp spec) isDate() bool {
	switch sp.base {
	case duration, clock, deictic:
		return false
	}
	return true
}

// absolute reports whether the words alone name a date.
func (sp spec) absolute() bool {
	own := sp.base == calendar && sp.year != 0
	if sp.to != nil {
		return own && sp.to.absolute()
	}
	return own
}

func (sp spec) kind() Kind {
	switch sp.frame {
	case frameBy, frameBefore:
		return Deadline
	case frameSince:
		return Open
	case frameAfter, frameFrom:
		return After
	}
	if sp.to != nil || !sp.part.whole() || sp.side != 0 || sp.rolling {
		return Span
	}
	switch sp.base {
	case calendar:
		return sp.calendarKind()
	case weekday:
		return Weekday
	case wayUnit:
		return unitKinds[sp.unit]
	case offset:
		return Day
	case counted:
		if sp.unit == dayUnit && sp.low == sp.high {
			return Day
		}
		return Span
	case event:
		return Event
	case duration:
		return Duration
	case deictic:
		return Deictic
	case clock:
		return Clock
	}
	return Span
}

var unitKinds = [...]Kind{
	dayUnit: Day, hour: Day, minute: Day, second: Day, week: Week, weekend: Week, month: Month, quarter: Span, year: Year,
	decade: Span, century: Span, noUnit: Span,
}

func (sp spec) calendarKind() Kind {
	switch {
	case sp.decade || sp.century:
		return Span
	case sp.day != 0:
		return Day
	case sp.month != 0:
		return Month
	case sp.season != 0:
		return Season
	}
	return Year
}
