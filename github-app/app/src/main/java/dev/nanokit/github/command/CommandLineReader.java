package dev.nanokit.github.command;

import dev.nanokit.engine.config.shape.LegalName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Reads one line that begins with {@code /nanokit}. */
final class CommandLineReader {
    private static final int LONGEST_LINE = 1_000;

    private CommandLineReader() {}

    static Command read(String line) {
        if (line.length() > LONGEST_LINE) {
            return new Command.Wrong(
                    "a command has at most " + LONGEST_LINE + " characters; this one has " + line.length() + ".");
        }
        Optional<String> strange = StrangeCharacters.complaint(line);
        if (strange.isPresent()) {
            return new Command.Wrong(strange.get());
        }
        List<String> words = Arrays.stream(line.split("[ \t]+")).skip(1).toList();
        return words.isEmpty() ? new Command.Help() : read(words);
    }

    private static Command read(List<String> words) {
        String[] arguments = words.toArray(String[]::new);
        arguments[0] = arguments[0].toLowerCase(Locale.ROOT);
        try {
            ParseResult result = syntax().parseArgs(arguments);
            return result.hasSubcommand() ? command(result.subcommand()) : new Command.Help();
        } catch (ParameterException e) {
            return WrongWords.explain(e, words);
        }
    }

    private static Command command(ParseResult result) {
        Verb verb = Verb.ofWord(result.commandSpec().name());
        if (result.hasMatchedOption("--help")) {
            return new Command.Help();
        }
        if (!verb.scoped()) {
            return verb.command(Command.Scope.ALL, false);
        }
        Optional<String> environment = value(result, "--env");
        Optional<String> component = value(result, "--component");
        return illegal("--env", environment)
                .or(() -> illegal("--component", component))
                .orElseGet(() -> verb.command(
                        new Command.Scope(environment, component),
                        verb.forceable() && result.hasMatchedOption("--force")));
    }

    private static Optional<String> value(ParseResult result, String option) {
        return Optional.ofNullable(result.matchedOptionValue(option, (String) null));
    }

    private static Optional<Command> illegal(String option, Optional<String> name) {
        return name.filter(given -> !LegalName.is(given))
                .map(given -> new Command.Wrong(Quoted.word(given) + " is no name for `" + option
                        + "`: a name has lower-case letters, digits and `-`. Did you mean `" + LegalName.nearest(given)
                        + "`?"));
    }

    /** No text of a comment may name a file ({@code @file}) or a variable. */
    private static CommandLine syntax() {
        CommandLine syntax = new CommandLine(withHelp(CommandSpec.create().name(CommandText.NAME)));
        for (Verb verb : Verb.values()) {
            syntax.addSubcommand(verb.word(), spec(verb));
        }
        return syntax.setExpandAtFiles(false)
                .setInterpolateVariables(false)
                .setAbbreviatedOptionsAllowed(false)
                .setAbbreviatedSubcommandsAllowed(false);
    }

    private static CommandSpec spec(Verb verb) {
        CommandSpec spec = withHelp(CommandSpec.create().name(verb.word()));
        spec.addOption(OptionSpec.builder("--no-color").type(boolean.class).build());
        if (verb.scoped()) {
            spec.addOption(OptionSpec.builder("-e", "--env").type(String.class).build());
            spec.addOption(OptionSpec.builder("--component").type(String.class).build());
        }
        if (verb.forceable()) {
            spec.addOption(OptionSpec.builder("--force").type(boolean.class).build());
        }
        return spec;
    }

    private static CommandSpec withHelp(CommandSpec spec) {
        return spec.addOption(OptionSpec.builder("-h", "--help")
                .type(boolean.class)
                .usageHelp(true)
                .build());
    }
}
