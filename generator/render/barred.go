package render

import (
	"bytes"
	"fmt"

	"factsheet/generator/diag"
)

// bar is what html/template prints in the place of an address that may run a
// script or whose scheme it does not know. It says so to nobody.
const bar = "#ZgotmplZ"

// barred finds a link in a page whose address html/template did not print. The
// addresses in values were looked at where they were written, so that it is one
// of the layout's own.
func (l *Layouts) barred(page []byte, p Page) []diag.Diagnostic {
	if !l.untried || !bytes.Contains(page, []byte(bar)) {
		return nil
	}
	for piece := range pieces(page) {
		if piece.kind != tagPiece {
			continue
		}
		for a := range attributes(piece.data) {
			if string(a.value) == bar {
				return []diag.Diagnostic{{
					Code: "layout", Severity: diag.Error, Place: diag.Place{File: l.files[p.Kind+".html"]},
					Message: fmt.Sprintf("an address that is printed as %s on %s has a scheme that no page may use", a.name, p.Link),
					Help:    "https:, http: and mailto: may be used, and addresses within the site",
				}}
			}
		}
	}
	return nil
}
