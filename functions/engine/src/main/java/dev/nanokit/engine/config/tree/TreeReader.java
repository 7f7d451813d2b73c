package dev.nanokit.engine.config.tree;

import dev.nanokit.engine.source.InvalidConfigException;
import dev.nanokit.engine.source.Place;
import dev.nanokit.engine.source.Problem;
import dev.nanokit.engine.source.Problems;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads one YAML document. */
public final class TreeReader {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Limits limits;

    public TreeReader(Limits limits) {
        this.limits = limits;
    }

    /**
     * The document's tree. What is wrong with single values (a key given twice, an unknown tag) goes to
     * {@code problems}, and the rest is read on; empty where the document is.
     *
     * @throws InvalidConfigException when it is no YAML, or goes beyond a limit
     */
    public Optional<Node> read(String file, String text, Problems problems) {
        String body = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        if (body.length() > limits.characters()) {
            throw new InvalidConfigException(List.of(Problem.error(
                    new Place(file, 1, 1),
                    "the file has " + body.length() + " characters",
                    "At most " + limits.characters() + " are read.",
                    "Split it into components with a nanokit.yml each.")));
        }
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(limits.characters())
                .build();
        try {
            return new TreeComposer(
                            file, limits, new Parse(settings).parseString(body).iterator(), problems)
                    .compose();
        } catch (YamlEngineException e) {
            problems.add(new SyntaxErrors(file, body).problem(e));
            throw new InvalidConfigException(problems.errors());
        }
    }
}
