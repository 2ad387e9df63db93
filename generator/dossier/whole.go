package dossier

// Whole reports whether every record of every annotation file is linked, so
// that what nothing refers to is referred to nowhere.
func (d *Dossier) Whole() bool {
	for _, r := range d.Records {
		if !r.Whole {
			return false
		}
	}
	return len(d.Duplicates) == 0
}
