package check

import (
	"math/rand/v2"
	"testing"

	"factsheet/generator/dossier"
)

// TestCircles holds the circles of random orders to what leads where.
func TestCircles(t *testing.T) {
	const events, runs = 6, 2000
	random := rand.New(rand.NewPCG(1, 2))
	seen := 0
	for range runs {
		facts := make([]*dossier.Fact, events)
		for i := range facts {
			facts[i] = new(dossier.Fact)
		}
		var all []order
		var leads [events][events]bool
		for range random.IntN(2 * events) {
			if i, j := random.IntN(events), random.IntN(events); i != j {
				all = append(all, order{first: facts[i], second: facts[j]})
				leads[i][j] = true
			}
		}
		for k := range events { // Warshall
			for i := range events {
				for j := range events {
					leads[i][j] = leads[i][j] || leads[i][k] && leads[k][j]
				}
			}
		}
		circle := circlesOf(all)
		for i, a := range facts {
			for j, b := range facts {
				if i == j || circle[a] == nil || circle[b] == nil {
					continue
				}
				both := leads[i][j] && leads[j][i]
				if both != (circle[a] == circle[b]) {
					t.Fatalf("%v: events %d and %d stand in one circle: %t", leads, i, j, !both)
				}
				if both {
					seen++
				}
			}
		}
	}
	if seen == 0 {
		t.Error("no order went round")
	}
}
