package check

import (
	"fmt"
	"strings"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/reuse"
	"factsheet/generator/witness"
)

var originDiffers = Rule{
	Code: "origin-differs", Group: Across, Severity: diag.Error,
	Title: "one sentence has one origin in one text and another in the other",
	Why: "Whoever told it first, the same words were told once. Either both passages go back to one origin, or `shares` says that the wording is " +
		"the same and `basis` why the origins differ all the same.",
	Example: `origins = ["own"]     # the same sentence stands in "valley-post", with origins = ["river-office"]`,
	Whole: func(d *dossier.Dossier, report Report) {
		bench := witness.New(d)
		for _, r := range strangers(d, bench) {
			if originsKnown(r) {
				reportOrigins(d, r, report)
			}
		}
		for _, r := range clashes(d, bench) {
			reportOrigins(d, r, report)
		}
	},
}

// clashes returns the passages that are declared to have the same wording and
// have origins that nobody explains: other ones, without a basis, or none where
// the origin of the other is known. A passage without origin is told once, as
// the later one, and not where origin-undeclared has it.
func clashes(d *dossier.Dossier, bench *witness.Bench) []*reprint {
	told := map[*dossier.Part]bool{}
	for _, r := range relayed(d) {
		told[r.evidence.Part] = true
	}
	var found reprints
	for i := range d.Wording.Clusters {
		links(d, &d.Wording.Clusters[i], func(earlier, later shared, l reuse.Link) {
			p, q := earlier.part, later.part
			switch {
			case !l.Shared() || !bench.DeclaredSame(p, q) || len(p.Origins)+len(q.Origins) == 0:
			case len(p.Origins) > 0 && len(q.Origins) > 0:
				if !bench.CommonOrigin(p, q) && !hasBasis(p) && !hasBasis(q) {
					found.add(earlier, later)
				}
			case len(p.Origins) == 0:
				found.addOnce(told, later, earlier)
			default:
				found.addOnce(told, earlier, later)
			}
		})
	}
	return found.list
}

func reportOrigins(d *dossier.Dossier, r *reprint, report Report) {
	help := fmt.Sprintf("shares = [%q] and the reason in basis, or one origin for both", idOf(r.earlier))
	if !originsKnown(r) {
		help = "origins = [" + strings.ReplaceAll(originWords(r.earlier)+originWords(r.later), " and ", ", ") + "]"
	}
	report(r.place(), fmt.Sprintf("%s of %q %s in %q too; the origin is %s here and %s there",
		sentencesWords(len(r.pairs)), r.later.Source.ID, stands(len(r.pairs)), r.earlier.Source.ID, originOr(r.later), originOr(r.earlier)),
		help, r.related(d)...)
}

// originOr is what the annotation says of a part's origin.
func originOr(p *dossier.Part) string {
	if len(p.Origins) == 0 {
		return "not given"
	}
	return originWords(p)
}

func hasBasis(p *dossier.Part) bool {
	return p.Source.Record.Basis.Value != "" || p.Record != nil && p.Record.Basis.Value != ""
}

// originWords lists the origins of a part as the annotation has them.
func originWords(p *dossier.Part) string {
	var out []string
	for _, o := range p.Origins {
		out = append(out, q(o))
	}
	return strings.Join(out, " and ")
}
