package conflict

import (
	"math/big"

	"factsheet/generator/dossier"
)

// A lineage knows which facts others take the place of, be it over several
// steps. Every two figures of a measure are asked about, and a figure of each
// day makes a long chain: it is followed once from each fact.
type lineage struct {
	numbers map[*dossier.Fact]int
	earlier map[*dossier.Fact]*big.Int // a bit for each number
}

type lineageKey struct{}

func supersedes(d *dossier.Dossier, later, earlier *dossier.Fact) bool {
	if len(later.Record.Supersedes) == 0 {
		return false
	}
	l := dossier.Once(d, lineageKey{}, func() *lineage {
		return &lineage{map[*dossier.Fact]int{}, map[*dossier.Fact]*big.Int{}}
	})
	return l.before(d, later).Bit(l.number(earlier)) == 1
}

// before returns the numbers of all facts that one takes the place of.
func (l *lineage) before(d *dossier.Dossier, f *dossier.Fact) *big.Int {
	if set, ok := l.earlier[f]; ok {
		return set
	}
	set := new(big.Int)
	for todo := []*dossier.Fact{f}; len(todo) > 0; {
		last := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		for _, id := range last.Record.Supersedes {
			next := d.Fact(id.Value)
			if next != nil && set.Bit(l.number(next)) == 0 {
				set.SetBit(set, l.number(next), 1)
				todo = append(todo, next)
			}
		}
	}
	l.earlier[f] = set
	return set
}

func (l *lineage) number(f *dossier.Fact) int {
	n, ok := l.numbers[f]
	if !ok {
		n = len(l.numbers)
		l.numbers[f] = n
	}
	return n
}
