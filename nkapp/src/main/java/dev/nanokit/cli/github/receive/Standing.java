package dev.nanokit.cli.github.receive;

import dev.nanokit.cli.report.Failure;
import dev.nanokit.cli.report.Refusal;
import dev.nanokit.engine.config.GitRules.Requirement;
import dev.nanokit.github.api.Repository.PullRequestReadiness;
import dev.nanokit.github.policy.Permission;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What GitHub would say of people and of the pull request.
 *
 * @param permission what everybody may do
 * @param lacks what the pull request has not, of that which {@code git.require} may ask
 */
record Standing(Permission permission, Set<Requirement> lacks) {
    Standing {
        lacks = Set.copyOf(lacks);
    }

    /**
     * @param permission empty for write
     * @throws Refusal when there is no such permission or requirement
     */
    static Standing of(Optional<String> permission, List<String> lacks) {
        Set<Requirement> lacking = EnumSet.noneOf(Requirement.class);
        lacks.forEach(word -> lacking.add(named(Requirement.values(), word, "requirement")));
        return new Standing(named(Permission.values(), permission.orElse("write"), "permission"), lacking);
    }

    PullRequestReadiness readiness() {
        return new PullRequestReadiness(
                true,
                !lacks.contains(Requirement.APPROVED),
                !lacks.contains(Requirement.MERGEABLE),
                !lacks.contains(Requirement.UP_TO_DATE));
    }

    private static <E extends Enum<E>> E named(E[] values, String word, String what) {
        return Arrays.stream(values)
                .filter(value -> word(value).equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new Refusal(Failure.usage(
                        "there is no " + what + " '" + word + "'",
                        "",
                        "use one of: "
                                + String.join(
                                        ", ",
                                        Arrays.stream(values)
                                                .map(Standing::word)
                                                .toList()))));
    }

    /** As nanokit.yml and GitHub have it. */
    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
