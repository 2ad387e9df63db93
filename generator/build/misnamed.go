package build

import (
	"fmt"

	"factsheet/generator/diag"
	"factsheet/generator/filename"
)

// misnamed reports files of the site whose names some file system cannot hold,
// and those that some file system takes for one.
func misnamed(jobs []job) []diag.Diagnostic {
	var found []diag.Diagnostic
	first := make(map[string]job, len(jobs))
	names := make(filename.Set, len(jobs))
	for _, j := range jobs {
		if why := filename.Fault(j.path); why != "" {
			found = append(found, diag.Diagnostic{
				Code: "bad-name", Severity: diag.Error, Place: j.from,
				Message: fmt.Sprintf("this becomes %s, which not every system can hold: %s", j.path, why),
				Help:    "give it another name",
			})
			continue
		}
		if c, ok := names.Add(j.path); !ok {
			found = append(found, collision(j, first[c.Other], c))
			continue
		}
		first[j.path] = j
	}
	return found
}

// collision is the finding of two files of one address, told at the one that
// an author can rename.
func collision(at, related job, c filename.Collision) diag.Diagnostic {
	if at.from.File == nil {
		at, related = related, at
	}
	message := "this becomes " + at.path + ", and the site has another file of that address"
	if c.Folder {
		message = "this becomes " + at.path + ", and " + c.Why
	}
	return diag.Diagnostic{
		Code: "page-collision", Severity: diag.Error, Place: at.from,
		Message: message,
		Help:    "rename one of the two",
		Related: []diag.Related{{Label: "the other", Place: related.from, Message: related.path}},
	}
}
