package markdown

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	gmtext "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

type parserFunc func(gmtext.Reader) (ast.Node, *Problem)

// blockParser and inlineParser are made once and used by all goroutines. Raw
// HTML has no parser, so that tags are text; numbers are priorities, those of
// goldmark's own set-up.
var (
	blockParser = newParser(
		parser.WithBlockParsers(
			util.Prioritized(parser.NewSetextHeadingParser(), 100),
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(parser.NewListParser(), 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(parser.NewCodeBlockParser(), 500),
			util.Prioritized(parser.NewATXHeadingParser(), 600),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(parser.NewBlockquoteParser(), 800),
			util.Prioritized(extension.NewFootnoteBlockParser(), 999),
			util.Prioritized(parser.NewParagraphParser(), 1000),
		),
		parser.WithInlineParsers(inlineParsers(util.Prioritized(extension.NewFootnoteParser(), 101))...),
		parser.WithParagraphTransformers(
			util.Prioritized(&guard{beforeTables: true}, 0),
			util.Prioritized(parser.LinkReferenceParagraphTransformer, 100),
			util.Prioritized(extension.NewTableParagraphTransformer(), 200),
			util.Prioritized(&guard{}, 1000),
		),
		parser.WithASTTransformers(
			util.Prioritized(extension.NewTableASTTransformer(), 0),
			util.Prioritized(extension.NewFootnoteASTTransformer(), 999),
		),
	)
	inlineParser = newParser(
		parser.WithBlockParsers(util.Prioritized(parser.NewParagraphParser(), 1000)),
		parser.WithInlineParsers(inlineParsers()...),
		parser.WithParagraphTransformers(util.Prioritized(&guard{beforeTables: true}, 0), util.Prioritized(&guard{}, 1000)),
	)
)

func inlineParsers(more ...util.PrioritizedValue) []util.PrioritizedValue {
	return append(more,
		util.Prioritized(parser.NewCodeSpanParser(), 100),
		util.Prioritized(parser.NewLinkParser(), 200),
		util.Prioritized(parser.NewAutoLinkParser(), 300),
		util.Prioritized(parser.NewEmphasisParser(), 500),
		util.Prioritized(extension.NewStrikethroughParser(), 500),
	)
}

func newParser(options ...parser.Option) parserFunc {
	p := parser.NewParser(options...)
	return func(reader gmtext.Reader) (ast.Node, *Problem) {
		context := parser.NewContext()
		root := p.Parse(reader, parser.WithContext(context))
		if problem, ok := context.Get(limitKey).(*Problem); ok {
			return nil, problem
		}
		if problem := checkExpansion(root, context, len(reader.Source())); problem != nil {
			return nil, problem
		}
		return root, nil
	}
}
