package build

import (
	"fmt"
	"slices"

	"factsheet/generator/annotation"
	"factsheet/generator/check"
	"factsheet/generator/config"
	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/text"
)

// A State is a project read, linked and judged. It never changes; the next
// one takes over from it whatever was made of the same files.
type State struct {
	Files   *Files
	Site    *config.Site     // nil where site.toml is missing or has errors
	Dossier *dossier.Dossier // nil where Site is
	Found   []diag.Diagnostic
	// Hidden counts ids that would be reported as unknown if every
	// annotation file could be read.
	Hidden int

	records map[*text.File]parsed
	verdict *check.Verdict
}

// parsed is what reading one annotation file gave.
type parsed struct {
	records *annotation.Records
	found   []diag.Diagnostic
}

// Next makes the state of a project's files. prev is the state before, or
// nil.
func Next(files *Files, prev *State) *State {
	if prev == nil {
		prev = &State{Files: new(Files)}
	}
	s := &State{Files: files, Found: files.Found}
	s.readSite(prev)
	if s.Site != nil {
		s.link(prev)
	}
	diag.Sort(s.Found)
	return s
}

// Errors counts the findings that keep the site from being built.
func (s *State) Errors() int { return diag.Errors(s.Found) }

func (s *State) readSite(prev *State) {
	file := s.Files.Config
	switch {
	case file == nil:
		if !s.unreadable(config.Path) {
			s.Found = append(s.Found, noSite())
		}
	case file == prev.Files.Config && prev.Site != nil:
		s.Site = prev.Site
	default:
		var found []diag.Diagnostic
		s.Site, found = config.Read(file)
		s.Found = append(s.Found, found...)
	}
}

// unreadable reports whether a file is there and cannot be read.
func (s *State) unreadable(name string) bool {
	return slices.ContainsFunc(s.Files.Found, func(d diag.Diagnostic) bool { return d.Place.File.Path == name })
}

func noSite() diag.Diagnostic {
	return diag.Diagnostic{
		Code: "missing-field", Severity: diag.Error,
		Place:   diag.Place{File: text.NewFile(config.Path, nil)},
		Message: fmt.Sprintf("there is no %s here, so this is no project", config.Path),
		Help:    "factsheet new DIR makes one; --root DIR works on one elsewhere",
	}
}

func (s *State) link(prev *State) {
	sums, found := dossier.ReadSums(s.Files.Sums)
	s.Found = append(s.Found, found...)
	s.readRecords(prev)
	in := dossier.Input{Site: s.Site, Seeds: s.Files.Seeds, Sums: sums}
	for _, f := range s.Files.Annotations {
		in.Records = append(in.Records, s.records[f].records)
		s.Found = append(s.Found, s.records[f].found...)
	}
	s.Dossier = dossier.Link(in, prev.Dossier)
	s.verdict = check.Run(s.Dossier, prev.verdict)
	s.Hidden = check.Hidden(s.Dossier)
	s.Found = append(s.Found, s.verdict.Found...)
}

// readRecords reads the annotation files that were not read before, on all
// cores. What a file means depends on the site's sheets.
func (s *State) readRecords(prev *State) {
	known := prev.records
	if s.Site != prev.Site {
		known = nil
	}
	all := dossier.Parallel(s.Files.Annotations, func(f *text.File) parsed {
		if p, ok := known[f]; ok {
			return p
		}
		records, found := annotation.Read(f, s.Site)
		return parsed{records, found}
	})
	s.records = make(map[*text.File]parsed, len(all))
	for i, f := range s.Files.Annotations {
		s.records[f] = all[i]
	}
}
