package dossier_test

import (
	"slices"
	"testing"

	"factsheet/generator/dossier"
	"factsheet/generator/panics"
)

func TestParallel(t *testing.T) {
	list := make([]int, 1000)
	for i := range list {
		list[i] = i
	}
	got := dossier.Parallel(list, func(i int) int { return 2 * i })
	for i := range list {
		list[i] = 2 * i
	}
	if !slices.Equal(got, list) {
		t.Errorf("doubled: %v", got)
	}
}

// What panics on another core panics here.
func TestParallelPanics(t *testing.T) {
	defer func() {
		if c := panics.Of(recover()); c.Value != 700 {
			t.Errorf("recovered %v", c.Value)
		}
	}()
	dossier.Parallel(make([]struct{}, 1000), func(struct{}) int { panic(700) })
}
