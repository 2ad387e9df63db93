package render

import "golang.org/x/text/language"

// rightToLeft are the scripts in use that run so, by Unicode's bidirectional
// class of their letters (R, AL).
var rightToLeft = map[string]bool{
	"Adlm": true, "Arab": true, "Aran": true, "Hebr": true, "Mand": true, "Mend": true,
	"Nkoo": true, "Rohg": true, "Samr": true, "Syrc": true, "Thaa": true, "Yezi": true,
}

// direction returns "rtl" or "ltr" for a language tag (BCP 47), by its script
// or the one in which the language is mostly written; "auto" for a tag that
// names no language.
func direction(lang string) string {
	tag, err := language.Parse(lang)
	if err != nil || tag == language.Und {
		return "auto"
	}
	script, _ := tag.Script()
	if rightToLeft[script.String()] {
		return "rtl"
	}
	return "ltr"
}
