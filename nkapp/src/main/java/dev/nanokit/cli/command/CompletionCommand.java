package dev.nanokit.cli.command;

import dev.nanokit.cli.ExitStatus;
import dev.nanokit.cli.Session;
import picocli.AutoComplete;
import picocli.CommandLine.Model.PositionalParamSpec;

final class CompletionCommand extends NkappCommand {
    private static final String ZSH =
            "autoload -U +X compinit && compinit\nautoload -U +X bashcompinit && bashcompinit\n";

    /** The shells for which there is a script, in the words that are typed. */
    enum Shell {
        bash,
        zsh
    }

    private final PositionalParamSpec shell = PositionalParamSpec.builder()
            .type(Shell.class)
            .index("0")
            .paramLabel("SHELL")
            .description("bash or zsh")
            .build();

    CompletionCommand(Session session) {
        super(
                session,
                "completion",
                "Print a script with which the shell completes nkapp's commands and options.",
                "bash: source <(nkapp completion bash)",
                "zsh:  source <(nkapp completion zsh)");
        spec().addPositional(shell);
    }

    @Override
    ExitStatus run() {
        String script = AutoComplete.bash("nkapp", spec().root().commandLine());
        session().terminal().out().print(shell.getValue() == Shell.zsh ? ZSH + script : script);
        session().terminal().out().flush();
        return ExitStatus.OK;
    }
}
