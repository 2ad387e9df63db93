package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"factsheet/generator/diag"
)

// shells are those for which completions are made.
var shells = []string{"bash", "fish", "powershell", "zsh"}

func (p *program) completionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "completion SHELL",
		Short: "Print what makes a shell complete commands and flags",
		Long:  "Completion prints a script for bash, fish, powershell or zsh.",
		Example: `  source <(factsheet completion bash)
  factsheet completion zsh > "${fpath[1]}/_factsheet"
  factsheet completion fish > ~/.config/fish/completions/factsheet.fish
  factsheet completion powershell | Out-String | Invoke-Expression`,
		Args:      arguments(1, 1, "one shell"),
		ValidArgs: shells,
		RunE: func(cmd *cobra.Command, args []string) error {
			return complete(cmd.Root(), args[0], p.env.Stdout)
		},
	}
}

func complete(root *cobra.Command, shell string, w io.Writer) error {
	switch shell {
	case "bash":
		return root.GenBashCompletionV2(w, true)
	case "fish":
		return root.GenFishCompletion(w, true)
	case "powershell":
		return root.GenPowerShellCompletionWithDesc(w)
	case "zsh":
		return root.GenZshCompletion(w)
	}
	help := "one of " + strings.Join(shells, ", ")
	if near, ok := diag.Nearest(shell, shells); ok {
		help = "factsheet completion " + near
	}
	return hinted(fmt.Errorf("there are no completions for %q", shell), "%s", help)
}
