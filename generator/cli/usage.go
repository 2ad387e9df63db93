package cli

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"factsheet/generator/diag"
)

// What is said where a command line cannot be understood, in the voice of the
// rest of the program.

// arguments wants at least least and at most most arguments; most is -1 where
// there may be any number. what says in words what they are.
func arguments(least, most int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) < least:
			return hinted(fmt.Errorf("%s wants %s", cmd.Name(), what), "%s", firstExample(cmd))
		case least > 0 && strings.TrimSpace(strings.Join(args, "")) == "":
			return hinted(fmt.Errorf("%s wants %s, and %q is none", cmd.Name(), what, strings.Join(args, " ")), "%s", firstExample(cmd))
		case most == 0 && len(args) > 0:
			return hinted(fmt.Errorf("%s takes no argument, and %q is one", cmd.Name(), args[0]), "%s --help", cmd.CommandPath())
		case most >= 0 && len(args) > most:
			return hinted(fmt.Errorf("%s takes %s, and %q is one more", cmd.Name(), what, args[most]), "%s --help", cmd.CommandPath())
		}
		return nil
	}
}

func firstExample(cmd *cobra.Command) string {
	line, _, _ := strings.Cut(strings.TrimSpace(cmd.Example), "\n")
	return line
}

// unknownCommand is the error of a command that is none, with the one that was
// probably meant.
func unknownCommand(root *cobra.Command, name string) error {
	var names []string
	for _, c := range root.Commands() {
		names = append(names, c.Name())
	}
	err := fmt.Errorf("there is no command %q", name)
	if near, ok := diag.Nearest(name, names); ok {
		return hinted(err, "%s %s", root.Name(), near)
	}
	return hinted(err, "%s help lists all", root.Name())
}

// flagError puts what the flag package says into words.
func flagError(cmd *cobra.Command, err error) error {
	help := cmd.CommandPath() + " --help"
	var unknown *pflag.NotExistError
	var valueless *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown):
		name := unknown.GetSpecifiedName()
		if near, ok := diag.Nearest(name, flagNames(cmd)); ok && len(name) > 1 {
			help = cmd.CommandPath() + " --" + near
		}
		err = fmt.Errorf("%s has no flag %s", cmd.Name(), dashed(name))
	case errors.As(err, &valueless):
		_, usage := pflag.UnquoteUsage(valueless.GetFlag())
		err = fmt.Errorf("%s wants a value: %s", dashed(valueless.GetSpecifiedName()), usage)
	case errors.As(err, &invalid):
		err = fmt.Errorf("--%s cannot be %q", invalid.GetFlag().Name, invalid.GetValue())
	}
	return hinted(err, "%s", help)
}

func dashed(flag string) string {
	if len(flag) == 1 {
		return "-" + flag
	}
	return "--" + flag
}

func flagNames(cmd *cobra.Command) []string {
	var names []string
	add := func(f *pflag.Flag) { names = append(names, f.Name) }
	cmd.Flags().VisitAll(add)
	cmd.InheritedFlags().VisitAll(add)
	return names
}

func helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "help [COMMAND]",
		Short:   "Say what a command does",
		Example: "  factsheet help build",
		Args:    arguments(0, 1, "one command"),
		ValidArgsFunction: func(cmd *cobra.Command, _ []string, _ string) ([]string, cobra.ShellCompDirective) {
			var names []string
			for _, c := range cmd.Root().Commands() {
				names = append(names, c.Name())
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			root := cmd.Root()
			about, _, err := root.Find(args)
			if err != nil || len(args) > 0 && about == root {
				return unknownCommand(root, args[0])
			}
			about.InitDefaultHelpFlag()
			return about.Help()
		},
	}
}
