package page

// Single returns what a page of a kind says in a file that holds the whole
// site: nothing that stands in the file a second time, and nothing of files
// that are not there. A quote needs no card with its paragraph, which the link
// of the quote leads to, and a sheet of actors no more than their names, since
// the pages of the actors stand there too.
func Single(value any) any {
	switch v := value.(type) {
	case Sheet:
		v.Sections = singleSections(v.Sections)
		return v
	case Group:
		v.Sections = singleSections(v.Sections)
		return v
	case Search:
		v.Index = ""
		return v
	case Data:
		return Data{Lead: "This file holds every page of the site. The files for other programs stand on the site itself.", Cite: v.Cite, CiteOne: v.CiteOne}
	}
	return value
}

func singleSections(list []Section) []Section {
	out := make([]Section, 0, len(list))
	for _, s := range list {
		s.Cards = nil
		if s.Page != "" {
			s = Section{ID: s.ID, Page: s.Page, Heading: s.Heading, Status: s.Status, Support: s.Support, Draft: s.Draft}
		}
		out = append(out, s)
	}
	return out
}
