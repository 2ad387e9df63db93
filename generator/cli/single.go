package cli

import (
	"factsheet/generator/build"
	"factsheet/generator/diag"
	"factsheet/generator/publish"
	"factsheet/generator/render"
)

// A single is the site in one file, where that is wanted.
type single struct {
	path  string
	guard publish.Guard
	say   *voice
	data  []byte
}

func (p *program) single(flags buildFlags) *single {
	guard := p.guard()
	guard.Own = append(guard.Own, p.folder(flags))
	return &single{path: flags.single, guard: guard, say: p.say}
}

func (s *single) wanted() bool { return s.path != "" }

// mayWrite says before anything is made why the file must not be written.
func (s *single) mayWrite() error {
	if !s.wanted() {
		return nil
	}
	return publish.MayReplace(s.path, render.SingleMark, s.guard)
}

// make makes the file, before anything is written.
func (s *single) make(out *build.Output) (found []diag.Diagnostic) {
	if s.wanted() {
		s.data, found = out.Single()
	}
	return found
}

func (s *single) write() error {
	if !s.wanted() {
		return nil
	}
	if err := publish.Single(s.path, s.data, render.SingleMark, s.guard); err != nil {
		return err
	}
	s.say.line("%s: the whole site, %d KB", s.path, (len(s.data)+999)/1000)
	return nil
}
