package dev.nanokit.engine.config.git;

import dev.nanokit.engine.config.tree.Block;
import dev.nanokit.engine.config.tree.Located;
import dev.nanokit.engine.source.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Patterns of branches can match a branch, and no two tie. */
public final class GitRule {
    private static final Pattern ILLEGAL = Pattern.compile("[?\\[\\\\~^: ]|\\.\\.|//|^/|/$|\\.lock$|@\\{");

    private static final int MOST = 100;

    private record Mapped(Glob glob, Located<String> environment) {}

    private GitRule() {}

    public static void check(Block file, Problems problems) {
        Optional<Block> environments = file.block("git").flatMap(git -> git.block("environments"));
        environments.filter(map -> isBounded(map, problems)).ifPresent(map -> {
            List<Mapped> mapped = new ArrayList<>();
            map.texts().forEach((pattern, environment) -> {
                checkForm(map, pattern, problems);
                Mapped next = new Mapped(Glob.parse(pattern), environment);
                mapped.forEach(earlier -> checkTie(map, earlier, next, problems));
                mapped.add(next);
            });
        });
    }

    private static boolean isBounded(Block map, Problems problems) {
        if (map.keys().size() > MOST) {
            problems.error(
                    map.place(),
                    map.path() + " maps " + map.keys().size() + " branches",
                    "At most " + MOST + " are compared with one another.",
                    "Use patterns, such as feature/*.");
        }
        return map.keys().size() <= MOST;
    }

    private static void checkForm(Block map, String pattern, Problems problems) {
        if (ILLEGAL.matcher(pattern).find()) {
            problems.error(
                    map.placeOfKey(pattern),
                    map.path() + ": '" + pattern + "' matches no branch",
                    "Git allows no branch with such a name; of patterns there are * and **.",
                    "Write a branch, or a pattern such as feature/*.");
        }
    }

    private static void checkTie(Block map, Mapped one, Mapped other, Problems problems) {
        boolean tie = !one.glob().isExact()
                && !other.glob().isExact()
                && one.glob().literals() == other.glob().literals()
                && !one.environment().value().equals(other.environment().value());
        if (tie && one.glob().meets(other.glob())) {
            problems.error(
                    map.placeOfKey(other.glob().text()),
                    map.path() + ": '" + one.glob().text() + "' and '"
                            + other.glob().text() + "' tie",
                    "Both match some branch and are equally specific: both give "
                            + other.glob().literals() + " characters.",
                    "Make one of them more specific, or map both to one environment.");
        }
    }
}
