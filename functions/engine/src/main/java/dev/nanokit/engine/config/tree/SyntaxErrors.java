package dev.nanokit.engine.config.tree;

import dev.nanokit.engine.source.Place;
import dev.nanokit.engine.source.Problem;
import dev.nanokit.engine.source.SourceText;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** What the YAML parser has to say, put so that a user can act on it. */
final class SyntaxErrors {
    private final String file;
    private final String text;

    SyntaxErrors(String file, String text) {
        this.file = file;
        this.text = text;
    }

    Problem problem(YamlEngineException error) {
        return switch (error) {
            case MarkedYamlEngineException marked -> marked(marked);
            case ReaderException reader -> unprintable(reader);
            default ->
                Problem.error(
                        new Place(file, 1, 1), "broken YAML: " + error.getMessage(), "", "Correct the file's YAML.");
        };
    }

    private Problem marked(MarkedYamlEngineException error) {
        Optional<Mark> mark = error.getProblemMark().or(error::getContextMark);
        Place place = mark.map(at -> new Place(file, at.getLine() + 1, at.getColumn() + 1))
                .orElse(new Place(file, 1, 1));
        String problem = error.getProblem() == null ? "cannot be read" : error.getProblem();
        if (problem.contains("TAB")) {
            return Problem.error(
                    place,
                    "broken YAML: a tab where spaces are needed",
                    "YAML is indented with spaces only.",
                    "Replace the tab by spaces.");
        }
        return Problem.error(
                place, "broken YAML: " + described(problem, error.getContext()), "", fix(problem, line(place.line())));
    }

    private static String described(String problem, String context) {
        int hint = problem.indexOf(". (Do not use");
        return hint >= 0 ? problem.substring(0, hint) : problem + (context == null ? "" : " " + context);
    }

    private static String fix(String problem, String line) {
        if (line.contains("${") && (line.contains("{ ") || line.contains("["))) {
            return "Quote values with ${…} inside { } and [ ]: \"${NAME}\".";
        }
        if (problem.contains("mapping values are not allowed")) {
            return "Indent the line like its neighbours, and quote values that contain ': '.";
        }
        if (problem.contains("could not find expected ':'")) {
            return "Write 'key: value', with a space after the colon.";
        }
        if (problem.contains("cannot start any token")) {
            return "Quote values that begin with a special character such as @, % or `.";
        }
        if (problem.contains("unexpected end of stream")) {
            return "Close the quotation mark or the bracket.";
        }
        if (problem.contains("expected ',' or")) {
            return "Separate values by commas and close the bracket.";
        }
        return "Check indentation, quotes and brackets around this place.";
    }

    private String line(int number) {
        return text.lines().skip(number - 1L).findFirst().orElse("");
    }

    private Problem unprintable(ReaderException error) {
        int position = Math.min(error.getPosition(), text.codePointCount(0, text.length()));
        String before = text.substring(0, text.offsetByCodePoints(0, position));
        return Problem.error(
                SourceText.placeAfter(file, before),
                "the character U+%04X is not allowed".formatted(error.getCodePoint()),
                "YAML text consists of printable characters.",
                "Remove it; inside double quotes it can be written as an escape.");
    }
}
