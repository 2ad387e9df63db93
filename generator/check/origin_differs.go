package check

import (
	"fmt"
	"slices"
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
	Across: func(d *dossier.Dossier, x *across, report Report) {
		for _, r := range x.strangers() {
			if originsKnown(r) {
				reportOrigins(d, r, report)
			}
		}
		for _, r := range x.clashes() {
			reportOrigins(d, r, report)
		}
	},
}

// A clash is two passages of the same wording with origins that nobody
// explains, the one that is told of last.
type clash struct {
	first, last shared
	once        bool // the last has no origin
	told        bool // and another rule has it
}

// clashes returns the passages that clash. One without origin is told once, and
// not where origin-undeclared has it.
func (x *across) clashes() []*reprint {
	told := map[*dossier.Part]bool{}
	var found reprints
	for _, l := range x.likenesses {
		for _, c := range l.clashes {
			switch {
			case c.told:
			case c.once:
				found.addOnce(told, c.first, c.last)
			default:
				found.add(c.first, c.last)
			}
		}
	}
	return found.list
}

// clashesIn returns what of a cluster is declared to have the same wording and
// has other origins, without a basis, or none where that of the other is known.
func clashesIn(d *dossier.Dossier, bench *witness.Bench, c *reuse.Cluster, all []shared) (list []clash) {
	links(c, all, func(earlier, later shared, l reuse.Link) {
		p, q := earlier.part, later.part
		switch {
		case !l.Shared() || !bench.DeclaredSame(p, q) || len(p.Origins)+len(q.Origins) == 0:
		case len(p.Origins) > 0 && len(q.Origins) > 0:
			if !bench.CommonOrigin(p, q) && !hasBasis(p) && !hasBasis(q) {
				list = append(list, clash{first: earlier, last: later})
			}
		case len(p.Origins) == 0:
			list = append(list, clash{later, earlier, true, isRelayed(d, p)})
		default:
			list = append(list, clash{earlier, later, true, isRelayed(d, q)})
		}
	})
	return list
}

// isRelayed reports whether the rule origin-undeclared tells of a part.
func isRelayed(d *dossier.Dossier, p *dossier.Part) bool {
	return slices.ContainsFunc(relayed(d, p.Source), func(r relay) bool { return r.evidence.Part == p })
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

// originOr is what the annotation says of a part's origin, and who "own" is.
func originOr(p *dossier.Part) string {
	if len(p.Origins) == 0 {
		return "not given"
	}
	own, publisher := q("own"), p.Source.Record.Publisher.Value
	if publisher == "" {
		return originWords(p)
	}
	return strings.ReplaceAll(originWords(p), own, own+" ("+publisher+")")
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
