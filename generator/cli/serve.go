package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"factsheet/generator/build"
	"factsheet/generator/serve"
)

type serveFlags struct {
	addr   string
	editor string
	poll   bool
}

func (p *program) serveCommand() *cobra.Command {
	var flags serveFlags
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Show the site while you work on it",
		Long: `Serve shows the site in a browser on this machine and keeps it up to date: save
a file, and the page has changed, or the error stands in its place. It writes
nothing but the schema of the annotations, which lets editors complete ids.`,
		Example: `  factsheet serve
  factsheet serve --addr 127.0.0.1:8080 --editor zed
  factsheet serve --editor 'txmt://open?url=file://{path}&line={line}&column={column}'`,
		Args: arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error { return p.serve(cmd.Context(), flags) },
	}
	cmd.Flags().StringVar(&flags.addr, "addr", "127.0.0.1:4000", "an address of this machine")
	cmd.Flags().StringVar(&flags.editor, "editor", "", "what opens a file at a line: "+strings.Join(serve.Editors(), ", ")+", or an address with {path}, {line} and {column}")
	cmd.Flags().BoolVar(&flags.poll, "poll", false, "look at all files every so often instead of waiting to be told")
	return cmd
}

func (p *program) serve(ctx context.Context, flags serveFlags) error {
	editor, err := serve.NewEditor(editorName(flags.editor), p.root)
	if err != nil {
		return err
	}
	ln, err := listen(flags.addr)
	if err != nil {
		return err
	}
	project, err := p.project(flags.poll)
	if err != nil {
		ln.Close()
		return err
	}
	screen := &screen{p: p, address: "http://" + ln.Addr().String() + "/"}
	project.Say = screen.say
	server := serve.NewServer(editor, screen.say)
	screen.pages = &server.Pages
	screen.begin()
	ctx, stop := context.WithCancel(ctx)
	settled := stayWithin(ctx)
	done := make(chan struct{})
	go func() {
		defer close(done)
		serve.Follow(ctx, project, func(g *serve.Generation) {
			server.Show(g)
			if g.Judged {
				settled()
			}
			screen.show(g)
		})
	}()
	err = server.Serve(ctx, ln)
	stop()
	<-done
	return err
}

// listen opens an address of this machine.
func listen(addr string) (net.Listener, error) {
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return nil, hinted(fmt.Errorf("%q is no address", addr), "--addr 127.0.0.1:4000")
	}
	if ip := net.ParseIP(host); host != "localhost" && (ip == nil || !ip.IsLoopback()) {
		return nil, hinted(fmt.Errorf("%q is no address of this machine alone, and the preview is for nobody else", addr), "--addr 127.0.0.1:4000")
	}
	ln, err := net.Listen("tcp", addr)
	if errors.Is(err, syscall.EADDRINUSE) {
		return nil, hinted(fmt.Errorf("another program answers at %s already", addr), "--addr 127.0.0.1:0 takes a free port")
	}
	if err != nil {
		return nil, hinted(fmt.Errorf("cannot answer at %s: %w", addr, err), "--addr 127.0.0.1:0 takes a free port")
	}
	return ln, nil
}

// project is what the preview follows. It must be there; what is wrong with it
// is shown.
func (p *program) project(poll bool) (serve.Project, error) {
	o, err := p.open()
	if err != nil {
		return serve.Project{}, err
	}
	o.Close()
	return serve.Project{
		Root: p.root, Layouts: p.env.Layouts, Poll: poll,
		Open: func() (build.Folders, func(), error) {
			o, err := p.open()
			if err != nil {
				return build.Folders{}, nil, err
			}
			return o.Folders, o.Close, nil
		},
		WriteSchema: p.writeSchema,
	}, nil
}

// writeSchema writes the schema of the annotations beside them, if they are
// there: a folder that somebody moved away for a while is not made anew, or it
// would stand where the other one is to come back to.
func (p *program) writeSchema(data []byte) error {
	name := filepath.Join(p.root, filepath.FromSlash(build.SchemaPath))
	err := p.inTurn(context.Background(), func() error { return replaceFile(name, data) })
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// editorName is the editor that was named, else the one in whose terminal the
// program runs or that the user is known to prefer, else the most common.
func editorName(named string) string {
	if named != "" {
		return named
	}
	if program := os.Getenv("TERM_PROGRAM"); program == "vscode" || program == "zed" {
		return program
	}
	for _, key := range []string{"VISUAL", "EDITOR"} {
		command, _, _ := strings.Cut(os.Getenv(key), " ")
		if name, ok := commands[filepath.Base(command)]; ok {
			return name
		}
	}
	return "vscode"
}

// commands are the editors by the commands that start them.
var commands = map[string]string{
	"code": "vscode", "codium": "vscodium", "cursor": "cursor", "zed": "zed", "zeditor": "zed", "idea": "idea",
	"vim": "vim", "nvim": "vim", "gvim": "vim", "vi": "vim", "emacs": "emacs", "emacsclient": "emacs",
}
