package poster

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"image"
	"image/png"
	"strings"
	"testing"

	"factsheet/generator/page"
)

var flood = page.Poster{
	Kicker: "The flood in the valley", Title: "Figures", Says: "More than 1,200 people were moved to shelters in the first night.",
	Status: "More than 1,200 people; as of 5 March 2031", Foot: "12 figures. Known up to 6 March 2031",
}

func TestDraw(t *testing.T) {
	data, ok := Draw(flood)
	if !ok {
		t.Fatal("it is not drawn")
	}
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if size := img.Bounds().Size(); size.X != Width || size.Y != Height {
		t.Errorf("it measures %v", size)
	}
	if len(data) > 60<<10 {
		t.Errorf("it has %d bytes", len(data))
	}
	if again, _ := Draw(flood); !bytes.Equal(data, again) {
		t.Error("drawn again it differs")
	}
	if other, _ := Draw(page.Poster{Title: "Figures"}); bytes.Equal(data, other) {
		t.Error("other words are the same picture")
	}
}

// TestSameEverywhere holds the pixels to those of other machines.
func TestSameEverywhere(t *testing.T) {
	data, _ := Draw(flood)
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(img.(*image.Paletted).Pix)
	if got, want := hex.EncodeToString(sum[:8]), "a0c63aa127e98314"; got != want {
		t.Errorf("the pixels are %s, want %s: where nothing was changed, not every machine draws the same", got, want)
	}
}

// Words in letters that the fonts do not have are no picture of empty boxes.
func TestForeignLetters(t *testing.T) {
	for words, want := range map[string]bool{"Überschwemmung, наводнение, πλημμύρα “–” € ½": true, "فيضان": false, "洪水": false} {
		if _, ok := Draw(page.Poster{Title: "x", Says: words}); ok != want {
			t.Errorf("%s: drawn: %v", words, ok)
		}
	}
}

func TestLongWords(t *testing.T) {
	long := strings.Repeat("w", 10_000)
	for _, p := range []page.Poster{
		{Title: long, Says: long, Status: long, Foot: long},
		{Title: strings.Repeat("word ", 500), Says: strings.Repeat("word ", 500), Status: strings.Repeat("word ", 500), Foot: strings.Repeat("word ", 500)},
		{},
	} {
		if _, ok := Draw(p); !ok {
			t.Errorf("%.20q is not drawn", p.Title)
		}
	}
}

// TestShorten wants what does not fit to end after a word, with a sign.
func TestShorten(t *testing.T) {
	s := style{font: bold, size: 60}
	for line, want := range map[string]string{
		"told as fully as can be told, from the papers": "told as fully as can be told …",
		"told as fully as it is":                        "told as fully as it is …",
	} {
		if got := s.shorten(line, s.font.width("told as fully as can be told, fr …", s.size)); got != want {
			t.Errorf("%q is shortened to %q, want %q", line, got, want)
		}
	}
	if got := s.shorten(strings.Repeat("w", 99), 500); !strings.HasSuffix(got, "w…") || s.font.width(got, s.size) > 500 {
		t.Errorf("a long word is shortened to %q", got)
	}
}
