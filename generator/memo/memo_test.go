package memo_test

import (
	"cmp"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"factsheet/generator/memo"
)

// TestMap holds every version of a map to a plain one, also after later
// versions were made of it.
func TestMap(t *testing.T) {
	type version struct {
		got  memo.Map[int, string]
		want map[int]string
	}
	dice := rand.New(rand.NewPCG(1, 2))
	versions := []version{{}}
	for range 400 {
		last := versions[len(versions)-1]
		next := version{want: maps.Clone(last.want)}
		if next.want == nil {
			next.want = map[int]string{}
		}
		var gone []int
		set := map[int]string{}
		for range dice.IntN(30) {
			if key := dice.IntN(1000); dice.IntN(3) == 0 {
				gone = append(gone, key)
				delete(next.want, key)
			} else {
				set[key] = fmt.Sprint(dice.IntN(100))
			}
		}
		maps.Copy(next.want, set)
		next.got = last.got.With(gone, set)
		versions = append(versions, next)
	}
	for n, v := range versions {
		if got := maps.Collect(v.got.All); !maps.Equal(got, v.want) {
			t.Fatalf("version %d: %d keys, want %d", n, len(got), len(v.want))
		}
		for key := range 1000 {
			got, ok := v.got.Get(key)
			want, has := v.want[key]
			if got != want || ok != has || v.got.At(key) != want {
				t.Fatalf("version %d: %d is %q (%v), want %q (%v)", n, key, got, ok, want, has)
			}
		}
	}
}

func TestMapStops(t *testing.T) {
	m := memo.Map[int, int]{}.With(nil, map[int]int{1: 1, 2: 2}).With(nil, map[int]int{3: 3, 4: 4})
	for most := 1; most <= 4; most++ {
		n := 0
		for range m.All {
			if n++; n == most {
				break
			}
		}
		if n != most {
			t.Errorf("%d of 4 after a break at %d", n, most)
		}
	}
}

func TestPatch(t *testing.T) {
	dice := rand.New(rand.NewPCG(3, 4))
	for range 500 {
		all := dice.Perm(60)
		list := slices.Sorted(slices.Values(all[:dice.IntN(40)]))
		before := slices.Clone(list)
		var gone []int
		for _, i := range dice.Perm(len(list))[:dice.IntN(len(list)+1)] {
			gone = append(gone, list[i])
		}
		fresh := all[40 : 40+dice.IntN(20)]
		if len(gone) > 2 {
			fresh = append(slices.Clone(fresh), gone[0]) // taken out and put back
		}
		want := slices.DeleteFunc(slices.Clone(list), func(x int) bool { return slices.Contains(gone, x) })
		want = slices.Sorted(slices.Values(append(want, fresh...)))
		if got := memo.Patch(list, gone, fresh, cmp.Compare[int]); !slices.Equal(got, want) {
			t.Fatalf("%v without %v with %v is %v, want %v", list, gone, fresh, got, want)
		}
		if !slices.Equal(list, before) {
			t.Fatal("the list itself has changed")
		}
	}
}

func TestPatchRefusesStrangers(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("what was not there can be taken out")
		}
	}()
	memo.Patch([]int{1, 3}, []int{2}, nil, cmp.Compare[int])
}
