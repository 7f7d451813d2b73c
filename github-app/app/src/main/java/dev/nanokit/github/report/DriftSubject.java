package dev.nanokit.github.report;

import dev.nanokit.engine.config.GitRules;

/**
 * What an issue about drift is about.
 *
 * @param named whether its title names the component: where the repository has several
 * @param file path of the component's nanokit.yml
 * @param commit the one that was applied last
 * @param commitUrl its page
 * @param resources how many state knows
 * @param apply how the environment comes to be applied
 */
public record DriftSubject(
        String project,
        String environment,
        String component,
        boolean named,
        String file,
        String commit,
        String commitUrl,
        int resources,
        GitRules.Apply apply) {
    /** In the body, so that it can be found again. All of it are legal names. */
    public String marker() {
        return marker(project, environment, component);
    }

    static String marker(String project, String environment, String component) {
        return "<!-- nanokit:drift " + project + "/" + environment + "/" + component + " -->";
    }

    String where() {
        return environment + (named ? " / " + component : "");
    }

    /** The check of a commit that is about the same. */
    String check() {
        return "nanokit / " + where();
    }
}
