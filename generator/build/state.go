package build

import (
	"fmt"
	"slices"

	"factsheet/generator/annotation"
	"factsheet/generator/check"
	"factsheet/generator/config"
	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/parallel"
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

	formed  []diag.Diagnostic // what is wrong before any rule is asked
	site    parsedSite
	records map[*text.File]parsed
	verdict *check.Verdict // of this dossier once it is judged, before that of an earlier one
	tried   *Files         // of the verdict
	judged  bool
	lenient *lenience // of a state that [Lenient] made
}

// parsedSite is what reading site.toml gave.
type parsedSite struct {
	file  *text.File
	site  *config.Site
	found []diag.Diagnostic
}

// parsed is what reading one annotation file gave.
type parsed struct {
	records *annotation.Records
	found   []diag.Diagnostic
}

// Next makes the state of a project's files. prev is the state before, or
// nil.
func Next(files *Files, prev *State) *State {
	return (&State{Files: files}).after(prev)
}

func (s *State) after(prev *State) *State {
	s.link(prev)
	return s.Judge()
}

// Errors counts the findings that keep the site from being built.
func (s *State) Errors() int { return diag.Errors(s.Found) }

// Judged reports whether the rules were asked.
func (s *State) Judged() bool { return s.judged }

// Sound reports whether the rules were asked and nothing is wrong.
func (s *State) Sound() bool { return s.judged && s.Errors() == 0 }

func (s *State) readSite(prev *State) {
	file := s.Files.Config
	switch {
	case file == nil:
		if !s.unreadable(config.Path) {
			s.formed = append(s.formed, noSite())
		}
	case file == prev.site.file:
		s.site = prev.site
	default:
		s.site.file = file
		s.site.site, s.site.found = config.Read(file)
	}
	s.formed = append(s.formed, s.site.found...)
	if s.Site = s.site.site; s.Site == nil && s.lenient != nil {
		s.Site = prev.Site
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

// link reads and links the files, with what prev has of them. What is wrong
// with their form is in formed, sorted.
func (s *State) link(prev *State) {
	if prev == nil {
		prev = &State{Files: new(Files)}
	}
	s.verdict, s.tried = prev.verdict, prev.tried
	s.formed = slices.Clone(s.Files.Found)
	if s.readSite(prev); s.Site != nil {
		s.linkRecords(prev)
	}
	diag.Sort(s.formed)
}

func (s *State) linkRecords(prev *State) {
	sums, found := s.readSums(prev)
	s.formed = append(s.formed, found...)
	s.readRecords(prev)
	in := dossier.Input{Site: s.Site, Seeds: s.Files.Seeds, Sums: sums}
	for _, f := range s.Files.Annotations {
		in.Records = append(in.Records, s.recordsOf(f, prev))
		s.formed = append(s.formed, s.records[f].found...)
	}
	s.Dossier = dossier.Link(in, prev.Dossier)
}

// Judge returns the state with what the rules find in it.
func (s *State) Judge() *State {
	judged := *s
	judged.judged = true
	judged.Found = s.formed
	if s.Dossier != nil {
		judged.verdict, judged.tried = check.Run(s.Dossier, s.verdict), s.Files
		judged.Hidden = check.Hidden(s.Dossier)
		judged.Found = diag.Merge(s.current(judged.verdict.Found), s.formed)
	}
	return &judged
}

// JudgeAfter is Judge where an earlier state was judged after this one was
// made: the rules are not asked again what they found there.
func (s *State) JudgeAfter(earlier *State) *State {
	later := *s
	if earlier != nil && earlier.judged {
		later.verdict = earlier.verdict
	}
	return later.Judge()
}

func (s *State) readSums(prev *State) (*dossier.Sums, []diag.Diagnostic) {
	if d := prev.Dossier; d != nil && d.Sums.File == s.Files.Sums && d.Sums.Whole {
		return d.Sums, nil
	}
	sums, found := dossier.ReadSums(s.Files.Sums)
	sums.Whole = sums.Whole && !s.unreadable(dossier.SumsPath)
	return sums, found
}

// readRecords reads the annotation files that were not read before, on all
// cores. What a file means depends on the site's sheets.
func (s *State) readRecords(prev *State) {
	known := prev.records
	if s.Site != prev.Site {
		known = nil
	}
	all := parallel.Map(s.Files.Annotations, func(f *text.File) parsed {
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
