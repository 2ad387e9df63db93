package edtf

// Newest returns which of some dates reaches furthest, the first of several
// that do. One that nobody ends counts only where there is no other, and then
// by its first day. It is the unknown date where none is known.
func Newest(dates []Date) Date {
	var newest Date
	for _, d := range dates {
		if !d.IsZero() && (newest.IsZero() || d.outreaches(newest)) {
			newest = d
		}
	}
	return newest
}

func (d Date) outreaches(e Date) bool {
	switch endless, other := d.Latest() == MaxDay, e.Latest() == MaxDay; {
	case endless && other:
		return d.Earliest() > e.Earliest()
	case endless || other:
		return other
	}
	return d.Latest() > e.Latest()
}
