package lang

// Years outside of these are taken for counts unless a word of time stands
// before them.
const (
	firstPlainYear = 1800
	lastPlainYear  = 2100
	firstYear      = 1000
	lastYear       = 2199
)

// YearAt reports whether the digits at token i are a year and count nothing.
// "2000 soldiers" is no year (HeidelTime has a rule for the very case), "the
// 2003 invasion" and "in 2003" are.
func (t *Table) YearAt(s string, toks []Token, i int) bool {
	year, ok := plainNumber(s, toks[i], 4)
	if !ok || year < firstYear || year > lastYear || t.glued(toks, i) {
		return false
	}
	counts := i+1 < len(toks) && t.Plural(s, toks[i+1])
	round := year%100 == 0
	switch {
	case counts && round && !dateBefore(toks, i):
		return false
	case timeBefore(toks, i):
		return true
	case i > 0 && toks[i-1].Is(HedgeBefore) && !(toks[i-1].Is(Around) && !counts), t.hedged(toks, i):
		return false
	case counts && !determined(toks, i):
		return false
	}
	return firstPlainYear <= year && year <= lastPlainYear
}

// glued reports whether a sign of money, a percentage, a magnitude or a
// hyphened word makes the digits at i a count.
func (t *Table) glued(toks []Token, i int) bool {
	if i > 0 && (toks[i-1].Is(Currency) || toks[i-1].Is(Label)) {
		return true
	}
	if i+1 >= len(toks) {
		return false
	}
	next := toks[i+1]
	if next.Is(Percent) || next.Is(Magnitude) || next.Is(Currency) {
		return true
	}
	return i+2 < len(toks) && next.Is(To) && Touching(toks, i, i+2) && toks[i+2].Kind == Letters
}

// dateBefore reports whether a month, a season or a part of a year stands
// before token i, with or without a comma or the day of the month between.
func dateBefore(toks []Token, i int) bool {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		tok := toks[k]
		switch {
		case tok.Is(Month) || tok.Is(Season) || tok.Is(Part) || tok.Is(Since):
			return true
		case tok.Kind != Digits && tok.Kind != Sign && !tok.Is(Ordinal):
			return false
		}
	}
	return false
}

func timeBefore(toks []Token, i int) bool {
	if i == 0 {
		return false
	}
	prev := toks[i-1]
	for _, class := range [...]Class{In, Since, Deadline, Later, Part, From, Between, Era, Direction} {
		if prev.Is(class) {
			return true
		}
	}
	return dateBefore(toks, i)
}

// hedged reports whether a hedge of several words that is about numbers only
// ("more than") ends before token i.
func (t *Table) hedged(toks []Token, i int) bool {
	for k := max(0, i-4); k < i-1; k++ {
		if e := t.Match(toks, k, HedgeBefore); e != nil && k+e.Len() == i {
			return t.Match(toks, k, Deadline) == nil
		}
	}
	return false
}

// determined reports whether an article or a possessive stands before i.
func determined(toks []Token, i int) bool {
	return i > 0 && (toks[i-1].Is(Filler) || toks[i-1].Is(Article) || toks[i-1].Is(Pronoun) || toks[i-1].Is(Clitic))
}

// DayOfMonthAt reports whether the digits at token i are the day of a month:
// "5 March", "March 5", "5 to 7 March", "March 5 and 7", "Friday 7".
func (t *Table) DayOfMonthAt(s string, toks []Token, i int) bool {
	if !isDay(s, toks, i) {
		return false
	}
	return t.monthAfter(s, toks, i+1, longestList) || t.monthBefore(s, toks, i, longestList)
}

// longestList is how many days of one month are taken for a list; nobody
// names as many, and a text of nothing else must not take forever.
const longestList = 8

func (t *Table) monthAfter(s string, toks []Token, i, left int) bool {
	switch {
	case i >= len(toks) || left == 0:
		return false
	case toks[i].Is(Month):
		return true
	case toks[i].Is(Ordinal) || toks[i].Is(Of) || s[toks[i].Start:toks[i].End] == "." && i+1 < len(toks) && toks[i+1].Is(Month):
		return t.monthAfter(s, toks, i+1, left-1)
	}
	return joins(s, toks, i) && isDay(s, toks, i+1) && t.monthAfter(s, toks, i+2, left-1)
}

func (t *Table) monthBefore(s string, toks []Token, i, left int) bool {
	if i == 0 || left == 0 || i+1 < len(toks) && t.counted(s, toks[i+1]) {
		return false
	}
	prev := i - 1
	if s[toks[prev].Start:toks[prev].End] == "." && prev > 0 {
		prev--
	}
	if toks[prev].Is(Month) || toks[prev].Is(Weekday) {
		return true
	}
	return joins(s, toks, i-1) && isDay(s, toks, i-2) && t.monthBefore(s, toks, i-2, left-1)
}

// counted reports whether a word after a number may be what it counts.
func (t *Table) counted(s string, tok Token) bool {
	return tok.Kind == Letters && !tok.Capital && t.Plural(s, tok) || tok.Is(Percent) || tok.Is(Magnitude)
}

// joins reports whether token i stands between two days of one month.
func joins(s string, toks []Token, i int) bool {
	return i > 0 && (toks[i].Is(To) || toks[i].Is(And) || s[toks[i].Start:toks[i].End] == ",")
}

func isDay(s string, toks []Token, i int) bool {
	if i < 0 || i >= len(toks) {
		return false
	}
	day, ok := plainNumber(s, toks[i], 2)
	if !ok {
		day, ok = plainNumber(s, toks[i], 1)
	}
	return ok && 1 <= day && day <= 31
}

// plainNumber returns the value of a token of that many digits without marks.
func plainNumber(s string, tok Token, digits int) (n int, ok bool) {
	if tok.Kind != Digits || tok.Len() != digits {
		return 0, false
	}
	for _, c := range []byte(s[tok.Start:tok.End]) {
		if !isDigit(c) {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, true
}

// Touching reports whether tokens i to j stand without a space between them.
func Touching(toks []Token, i, j int) bool {
	if i < 0 || j >= len(toks) {
		return false
	}
	for ; i < j; i++ {
		if toks[i].End != toks[i+1].Start {
			return false
		}
	}
	return true
}
