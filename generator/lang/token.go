package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"factsheet/generator/text"
)

// A Kind is what a token is made of.
type Kind uint8

// The kinds of tokens.
const (
	Letters Kind = iota // a word, with stops and apostrophes inside it: "U.N.", "don't"
	Digits              // digits with stops and commas between them: "1,200.5"
	Sign                // any other character, one a token
)

// A Token is a piece of a text that holds no space.
type Token struct {
	text.Span       // bytes in the text
	Kind      Kind  //
	Capital   bool  // begins with a capital letter
	Word      *Word // what the table knows of it; may be nil
}

// Is reports whether the token by itself stands in the class.
func (t Token) Is(c Class) bool {
	return t.Word != nil && t.Word.classes.has(c) && (t.Capital || !t.Word.cased.has(c))
}

// Begins reports whether an entry in one of the classes may begin at the
// token, by itself or as a phrase.
func (t Token) Begins(set Classes) bool {
	if t.Word == nil {
		return false
	}
	for k := range set {
		if t.Word.begins[k]&set[k] != 0 {
			return true
		}
	}
	return false
}

// Tokens cuts a folded text into its tokens. Letters that follow digits
// ("1.4M", "5th") begin a token; digits that follow letters ("F16") do not.
// A possessive ending is a token of its own. A nil table cuts alike and
// knows no word.
func (t *Table) Tokens(s string) []Token { return t.AppendTokens(make([]Token, 0, len(s)/5+4), s) }

// AppendTokens appends the tokens of a text to a list. They are six times as
// large as the text, so whoever reads many of them uses one list again.
func (t *Table) AppendTokens(toks []Token, s string) []Token {
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case space(c):
			i++
		case isDigit(c):
			end := digits(s, i)
			toks = append(toks, Token{Span: text.Span{Start: i, End: end}, Kind: Digits})
			i = end
		default:
			end := letters(s, i)
			if end == i {
				end = i + width(s, i)
				toks = append(toks, t.sign(s, i, end))
			} else {
				toks = t.word(toks, s, i, end)
			}
			i = end
		}
	}
	return toks
}

// LastTokens returns the tokens with which a text ends, at least the last n of
// them if it has as many. Their spans are in the whole text.
func (t *Table) LastTokens(s string, n int) []Token {
	start := len(s)
	for words := 0; start > 0; start-- {
		if space(s[start-1]) && start < len(s) && !space(s[start]) {
			if words++; words == n {
				break
			}
		}
	}
	toks := t.Tokens(s[start:])
	for i := range toks {
		toks[i].Start += start
		toks[i].End += start
	}
	return toks
}

func space(c byte) bool { return c == ' ' || c == '\n' }

func (t *Table) sign(s string, start, end int) Token {
	tok := Token{Span: text.Span{Start: start, End: end}, Kind: Sign}
	if t != nil {
		tok.Word = t.words[s[start:end]]
	}
	return tok
}

// word appends a run of letters, cut before a clitic where the table has the
// whole under no entry.
func (t *Table) word(toks []Token, s string, start, end int) []Token {
	tok := Token{Span: text.Span{Start: start, End: end}, Kind: Letters, Capital: capital(s[start:])}
	if t == nil {
		return append(toks, tok)
	}
	if tok.Word = t.find(s[start:end]); tok.Word != nil {
		return append(toks, tok)
	}
	for _, clitic := range t.clitics {
		if cut := end - len(clitic); cut > start && strings.EqualFold(s[cut:end], clitic) {
			tok.End, tok.Word = cut, t.find(s[start:cut])
			rest := Token{Span: text.Span{Start: cut, End: end}, Word: t.find(clitic)}
			return append(toks, tok, rest)
		}
	}
	return append(toks, tok)
}

// find looks a word up in lower case, without allocating for ASCII, after
// the acronyms in capitals.
func (t *Table) find(word string) *Word {
	if len(word) <= 4 && capital(word) && capital(word[len(word)-1:]) {
		if w := t.acronyms[word]; w != nil {
			return w
		}
	}
	var buf [32]byte
	if len(word) > len(buf) {
		return nil
	}
	for i := range len(word) {
		c := word[i]
		if c >= utf8.RuneSelf {
			return t.words[strings.ToLower(word)]
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		buf[i] = c
	}
	return t.words[string(buf[:len(word)])]
}

// digits returns the end of a number: digits, and single stops and commas
// between digits.
func digits(s string, i int) int {
	for i < len(s) {
		c := s[i]
		if !isDigit(c) && ((c != '.' && c != ',') || i+1 >= len(s) || !isDigit(s[i+1])) {
			break
		}
		i++
	}
	return i
}

// letters returns the end of a word: letters and digits, apostrophes between
// letters, and the stops of an abbreviation of single letters ("U.N.").
func letters(s string, start int) int {
	i, run := start, 0 // run: letters since the last stop
	for i < len(s) {
		c := s[i]
		switch {
		case c == '\'' || c == '.' && run == 1 && (i-1 == start || s[i-2] == '.'):
			next := i + 1
			if next >= len(s) || !letterAt(s, next) {
				if c == '.' && i-1 > start {
					return next
				}
				return i
			}
			if i == start || c == '.' && next+1 < len(s) && letterAt(s, next+1) {
				return i
			}
			i, run = next, 0
		case letterAt(s, i) || i > start && isDigit(c):
			i += width(s, i)
			run++
		default:
			return i
		}
	}
	return i
}

func letterAt(s string, i int) bool {
	c := s[i]
	if c < utf8.RuneSelf {
		return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsLetter(r) || unicode.IsMark(r)
}

func capital(s string) bool {
	if s[0] < utf8.RuneSelf {
		return 'A' <= s[0] && s[0] <= 'Z'
	}
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

func width(s string, i int) int {
	if s[i] < utf8.RuneSelf {
		return 1
	}
	_, n := utf8.DecodeRuneInString(s[i:])
	return n
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
