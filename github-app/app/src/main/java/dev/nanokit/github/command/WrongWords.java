package dev.nanokit.github.command;

import dev.nanokit.engine.config.shape.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in our own words what picocli did not understand, and what was probably meant. */
final class WrongWords {
    private WrongWords() {}

    static Command.Wrong explain(ParameterException error, List<String> words) {
        CommandSpec spec = error.getCommandLine().getCommandSpec();
        String message = switch (error) {
            case UnmatchedArgumentException unmatched ->
                unmatched(spec, unmatched.getUnmatched().getFirst());
            case MissingParameterException missing -> missing(missing);
            case OverwrittenOptionException twice
            when twice.getOverwritten() instanceof OptionSpec option ->
                "`" + option.longestName() + "` can be given once.";
            default -> Quoted.word(words.getFirst()) + " can't be read with these options.";
        };
        return new Command.Wrong(message);
    }

    private static String unmatched(CommandSpec spec, String word) {
        boolean option = word.startsWith("-") && word.length() > 1;
        if (spec.name().equals(CommandText.NAME)) {
            return option
                    ? "the command comes before its options: `" + CommandText.NAME + " apply --env production`."
                    : "there is no command " + Quoted.word(word) + "." + meant(word, Verb.words());
        }
        return option
                ? unknownOption(spec, word)
                : "`" + spec.name() + "` takes no " + Quoted.word(word) + ": "
                        + (spec.findOption("--env") == null
                                ? "it stands alone."
                                : "name an environment with `-e ENV`.");
    }

    private static String unknownOption(CommandSpec spec, String word) {
        String name = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
        if (spec.findOption(name) != null) {
            return "no `--` may stand alone before the options.";
        }
        List<String> takers = takers(name);
        if (!takers.isEmpty()) {
            return "`" + spec.name() + "` has no option `" + name + "`; it belongs to " + String.join(", ", takers)
                    + ".";
        }
        List<String> known = new ArrayList<>();
        spec.options().forEach(option -> known.addAll(Arrays.asList(option.names())));
        return "`" + spec.name() + "` has no option " + Quoted.word(name) + "." + meant(name, known);
    }

    /** The commands that have the option, when it is a real one. */
    private static List<String> takers(String option) {
        return switch (option) {
            case "--force" -> quoted(Verb::forceable);
            case "--env", "-e", "--component" -> quoted(Verb::scoped);
            default -> List.of();
        };
    }

    private static List<String> quoted(Predicate<Verb> which) {
        return Arrays.stream(Verb.values())
                .filter(which)
                .map(verb -> "`" + verb.word() + "`")
                .toList();
    }

    private static String missing(MissingParameterException missing) {
        return missing.getMissing().stream()
                .filter(OptionSpec.class::isInstance)
                .map(OptionSpec.class::cast)
                .findFirst()
                .map(option -> "`" + option.longestName() + "` needs a name after it: `" + option.longestName() + " "
                        + ("--env".equals(option.longestName()) ? "production" : "api") + "`.")
                .orElse("something is missing after the command.");
    }

    private static String meant(String word, List<String> known) {
        Optional<String> nearest = Nearest.of(word, known);
        return nearest.map(found -> " Did you mean `" + found + "`?").orElse("");
    }
}
