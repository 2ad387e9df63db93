package generator_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// layoutsReference says what layouts see: the value of each kind of page, the
// fields of every type that can be reached from there, and the functions. All
// of it comes from the comments of the types and functions themselves.
func layoutsReference(t *testing.T) string {
	src := readSource(t, "page", "render")
	var b strings.Builder
	b.WriteString("| file | its `.Value` | |\n| --- | --- | --- |\n")
	queue := []string{"render.View", "page.Site"}
	for _, k := range src.kinds(t) {
		value, doc := "none", "what a host shows where nothing stands"
		if k.value != "" {
			value, doc = "`"+k.value+"`", src.sentence(k.value)
			queue = append(queue, k.value)
		}
		fmt.Fprintf(&b, "| `%s.html` | %s | %s |\n", k.name, value, doc)
	}
	b.WriteString("\nFunctions, besides those of html/template:\n\n| function | |\n| --- | --- |\n")
	for _, f := range src.functions(t) {
		fmt.Fprintf(&b, "| `%s` | %s |\n", f[0], f[1])
	}
	b.WriteString("\n<details>\n<summary>All types and their fields</summary>\n")
	seen := map[string]bool{}
	for i := 0; i < len(queue); i++ {
		if name := queue[i]; !seen[name] && src.types[name] != nil {
			seen[name] = true
			queue = append(queue, src.describe(&b, name)...)
		}
	}
	b.WriteString("\n</details>\n")
	return b.String()
}

// A source is what stands in the Go files of some packages, by "package.Name".
type source struct {
	types map[string]*ast.StructType
	docs  map[string]string
	files map[string]*ast.File // by "package/file.go"
}

func readSource(t *testing.T, packages ...string) source {
	t.Helper()
	src := source{map[string]*ast.StructType{}, map[string]string{}, map[string]*ast.File{}}
	for _, pkg := range packages {
		entries, err := os.ReadDir(pkg)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			if path.Ext(e.Name()) != ".go" || strings.HasSuffix(e.Name(), "_test.go") {
				continue
			}
			name := pkg + "/" + e.Name()
			f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments)
			if err != nil {
				t.Fatal(err)
			}
			src.files[name] = f
			for _, d := range f.Decls {
				src.note(pkg, d)
			}
		}
	}
	return src
}

func (src source) note(pkg string, d ast.Decl) {
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Recv == nil || typeName(pkg, d.Recv.List[0].Type) == "assets" { // whose methods are functions of layouts
			src.docs["func "+pkg+"."+d.Name.Name] = d.Doc.Text()
		}
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			s, ok := spec.(*ast.TypeSpec)
			if !ok {
				continue
			}
			doc := s.Doc
			if doc == nil {
				doc = d.Doc
			}
			src.docs[pkg+"."+s.Name.Name] = doc.Text()
			if st, ok := s.Type.(*ast.StructType); ok {
				src.types[pkg+"."+s.Name.Name] = st
			}
		}
	}
}

// opening is how the comment of a name begins: "A Page is", "newCell returns".
var opening = regexp.MustCompile(`^(?:(?:An?|The) )?\w+ (?:is|are|holds|lists|returns) `)

// sentence is the first sentence of a comment without its opening.
func (src source) sentence(name string) string {
	doc := strings.Join(strings.Fields(src.docs[name]), " ")
	first, _, _ := strings.Cut(doc+" ", ". ")
	return strings.TrimSuffix(strings.TrimSpace(cell(opening.ReplaceAllString(first, ""))), ".")
}

// cell is text in a cell of a table.
func cell(s string) string {
	return strings.NewReplacer("|", "\\|", "<", "&lt;").Replace(strings.Join(strings.Fields(s), " "))
}

type kindOfPage struct{ name, value string }

// kinds reads the table of kinds in package render.
func (src source) kinds(t *testing.T) []kindOfPage {
	var out []kindOfPage
	for _, e := range src.composite(t, "render/layouts.go", "kinds") {
		kv := e.(*ast.KeyValueExpr)
		name, err := strconv.Unquote(kv.Key.(*ast.BasicLit).Value)
		if err != nil {
			t.Fatal(err)
		}
		k := kindOfPage{name: name}
		if value, ok := kv.Value.(*ast.CompositeLit); ok {
			k.value = typeName("render", value.Type)
		}
		out = append(out, k)
	}
	return out
}

// composite returns the elements of the first literal after a name in a file.
func (src source) composite(t *testing.T, file, name string) (elements []ast.Expr) {
	t.Helper()
	armed := false
	ast.Inspect(src.files[file], func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && id.Name == name {
			armed = true
		}
		if lit, ok := n.(*ast.CompositeLit); ok && armed && elements == nil {
			elements = lit.Elts
		}
		return elements == nil
	})
	if len(elements) == 0 {
		t.Fatalf("%s has no list %s", file, name)
	}
	return elements
}

// functions are those of layouts with what their comments say, by name.
func (src source) functions(t *testing.T) [][2]string {
	found := map[string]string{}
	for _, e := range src.composite(t, "render/functions.go", "functions") {
		kv := e.(*ast.KeyValueExpr)
		name, err := strconv.Unquote(kv.Key.(*ast.BasicLit).Value)
		if err != nil {
			t.Fatal(err)
		}
		function := ""
		switch f := kv.Value.(type) {
		case *ast.Ident:
			function = f.Name
		case *ast.SelectorExpr:
			function = f.Sel.Name
		}
		if found[name] = src.sentence("func render." + function); found[name] == "" {
			t.Errorf("the function %s of layouts has no comment", name)
		}
	}
	var out [][2]string
	for _, name := range slices.Sorted(maps.Keys(found)) {
		out = append(out, [2]string{name, found[name]})
	}
	return out
}

// describe writes a table of the fields of a type and returns the types of
// these.
func (src source) describe(b *strings.Builder, name string) []string {
	fmt.Fprintf(b, "\n#### %s\n\n", name)
	if doc := cell(src.docs[name]); doc != "" {
		b.WriteString(doc + "\n\n")
	}
	b.WriteString("| field | type | |\n| --- | --- | --- |\n")
	var next []string
	pkg, _, _ := strings.Cut(name, ".")
	var fields func(st *ast.StructType)
	fields = func(st *ast.StructType) {
		for _, f := range st.Fields.List {
			of := typeName(pkg, f.Type)
			if len(f.Names) == 0 { // its fields are those of the type as well
				fields(src.types[of])
				continue
			}
			next = append(next, strings.TrimLeft(of, "[]*"))
			for _, n := range f.Names {
				if n.IsExported() {
					fmt.Fprintf(b, "| `%s` | `%s` | %s |\n", n.Name, of, cell(f.Doc.Text()+" "+f.Comment.Text()))
				}
			}
		}
	}
	fields(src.types[name])
	return next
}

// typeName is a type as a reader of another package writes it.
func typeName(pkg string, e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		if e.IsExported() {
			return pkg + "." + e.Name
		}
		return e.Name
	case *ast.SelectorExpr:
		return typeName(pkg, e.X) + "." + e.Sel.Name
	case *ast.ArrayType:
		return "[]" + typeName(pkg, e.Elt)
	case *ast.StarExpr:
		return "*" + typeName(pkg, e.X)
	}
	return "any"
}
