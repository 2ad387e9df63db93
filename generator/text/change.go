package text

// A Change is the one stretch of bytes in which a later version of a file
// differs from an earlier one.
type Change struct {
	From Span // of the earlier version, what is there no more
	By   int  // how many bytes everything behind it has moved
}

// Between returns the change between two versions of a file.
func Between(was, is []byte) Change {
	start := 0
	for start < len(was) && start < len(is) && was[start] == is[start] {
		start++
	}
	end := len(was)
	by := len(is) - len(was)
	for end > start && end+by > start && was[end-1] == is[end+by-1] {
		end--
	}
	return Change{Span{start, end}, by}
}

// To returns where a span of the earlier version stands in the later one, and
// false where it is part of what changed.
func (c Change) To(s Span) (Span, bool) {
	switch {
	case s.End <= c.From.Start:
		return s, true
	case s.Start >= c.From.End:
		return Span{s.Start + c.By, s.End + c.By}, true
	}
	return Span{}, false
}
