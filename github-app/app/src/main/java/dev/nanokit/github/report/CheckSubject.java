package dev.nanokit.github.report;

import java.util.Optional;

/**
 * What a check is about.
 *
 * @param component named only where a repository has several
 * @param file the path of the component's nanokit.yml from the repository's root, as problems name it
 * @param way how what is planned comes to be applied
 * @param wholePlan where the whole plan can be read, for what GitHub's limits cut off
 */
public record CheckSubject(
        String environment,
        Optional<String> component,
        String file,
        String headSha,
        String externalId,
        ApplyWay way,
        Optional<String> wholePlan) {
    /** {@code nanokit / production}, {@code nanokit / production / api}. */
    public String name() {
        return "nanokit / " + environment + component.map(" / "::concat).orElse("");
    }

    /** {@code /nanokit apply -e production}. */
    String command(String verb) {
        return "/nanokit " + verb + " -e " + environment
                + component.map(" --component "::concat).orElse("");
    }
}
