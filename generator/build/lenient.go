package build

import (
	"factsheet/generator/annotation"
	"factsheet/generator/diag"
	"factsheet/generator/text"
)

// Lenient makes the state of files that somebody is working on, not judged
// yet. It is the state that [Next] makes, but for what cannot be read at the
// moment: an annotation file that is no TOML stands for what it held when it
// last was, and a site.toml with errors for what it said before them. What is
// wrong with such a file is found all the same, so that its site is not
// published. Found holds what is wrong with the form of the files and what the
// rules found last, as far as it still stands in them.
func Lenient(files *Files, prev *State) *State {
	s := &State{Files: files, lenient: newLenience()}
	s.link(prev)
	s.Found = s.formed
	if s.verdict != nil {
		s.Found = diag.Merge(s.Files.Carry(s.current(s.verdict.Found), s.tried), s.formed)
	}
	return s
}

// A lenience is what stands in for files that cannot be read.
type lenience struct {
	good    map[string]*text.File              // by path, the last version of each file that was TOML
	standIn map[*text.File]*annotation.Records // for each file that is none
}

func newLenience() *lenience {
	return &lenience{map[string]*text.File{}, map[*text.File]*annotation.Records{}}
}

// recordsOf returns the records for which a file stands.
func (s *State) recordsOf(f *text.File, prev *State) *annotation.Records {
	own := s.records[f].records
	if s.lenient == nil {
		return own
	}
	if own.Parsed && !s.unreadable(f.Path) {
		s.lenient.good[f.Path] = f
		return own
	}
	if stand := s.standIn(f, prev); stand != nil {
		s.lenient.good[f.Path] = stand.File
		s.lenient.standIn[f] = stand
		return stand
	}
	return own
}

// standIn returns the records of the last version of a file that was TOML, or
// nil. They do not count as read, so that an id that is not among them is not
// taken for one that is declared nowhere.
func (s *State) standIn(f *text.File, prev *State) *annotation.Records {
	if prev.lenient == nil {
		return nil
	}
	if stand := prev.lenient.standIn[f]; stand != nil && s.Site == prev.Site {
		return stand
	}
	last := prev.lenient.good[f.Path]
	if last == nil {
		return nil
	}
	records, _ := annotation.Read(last, s.Site)
	records.Parsed, records.Whole = false, false
	return records
}

// current leaves out what was found in a version of a file that is not its
// newest, whose lines are elsewhere now.
func (s *State) current(found []diag.Diagnostic) []diag.Diagnostic {
	if s.lenient == nil {
		return found
	}
	var old []string
	for f := range s.lenient.standIn {
		old = append(old, f.Path)
	}
	return diag.Replace(found, old, nil)
}
