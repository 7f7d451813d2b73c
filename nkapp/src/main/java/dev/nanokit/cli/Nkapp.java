package dev.nanokit.cli;

import dev.nanokit.cli.command.CommandTree;
import dev.nanokit.cli.failure.Failures;
import dev.nanokit.cli.report.Failure;
import dev.nanokit.cli.terminal.Style;
import dev.nanokit.cli.view.View;
import dev.nanokit.cli.view.Views;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;

/** nkapp, from the words of the command line to the exit status. */
public final class Nkapp {
    private final Session session;

    public Nkapp(Session session) {
        this.session = session;
    }

    /** Runs the command, and returns the exit status. Never throws what goes wrong in a command. */
    public int run(String... words) {
        List<String> options = Arrays.asList(words);
        boolean noColor = options.contains(Views.NO_COLOR);
        Style style =
                Style.of(session.terminal(), noColor, session.surroundings().variables());
        CommandLine commands = CommandTree.of(session, options)
                .setOut(writer(session.terminal().out()))
                .setErr(writer(session.terminal().err()))
                .setColorScheme(CommandLine.Help.defaultColorScheme(style == Style.COLOURED ? Ansi.ON : Ansi.OFF))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(100)
                .setUsageHelpAutoWidth(false);
        View failures = Views.of(session, options.contains(Views.JSON), noColor);
        commands.setParameterExceptionHandler((e, all) -> fail(failures, usage(e)));
        commands.setExecutionExceptionHandler((e, command, parsed) -> {
            if (options.contains(Views.VERBOSE)
                    || "1".equals(session.surroundings().variables().get("NANOKIT_DEBUG"))) {
                e.printStackTrace(session.terminal().err());
            }
            return fail(failures, Failures.of(e));
        });
        return commands.execute(words);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    private static int fail(View view, Failure failure) {
        view.failed(failure);
        return failure.status().code();
    }

    private static Failure usage(ParameterException e) {
        CommandLine command = e.getCommandLine();
        String help = command.getCommandSpec().qualifiedName() + " --help";
        List<String> suggestions =
                e instanceof CommandLine.UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        String meant = suggestions.isEmpty() ? "" : "did you mean: " + String.join(", ", suggestions) + "?";
        return Failure.usage(e.getMessage(), meant, "see what there is: " + help);
    }
}
