package dev.nanokit.github.report;

import dev.nanokit.github.api.CheckRun;
import java.util.LinkedHashMap;
import java.util.Map;

/** The page under docs that shows every check and comment, as GitHub itself renders them. */
final class ChecksPage {
    private static final String INTRODUCTION = """
            # What Nanokit shows on a pull request

            Written by `ChecksPageTest`, which fails when this page and the code differ
            (`-Dnanokit.golden=write` writes it anew). Everything between two lines is what is sent to GitHub.

            A check is named `nanokit / <environment>`, and `nanokit / <environment> / <component>` where a repository has
            several components. Its title counts what would be done: `+` create, `~` update, `±` replace, `-` delete,
            `•` adopt. [decision 0082](decisions/0082-what-a-check-concludes.md) says why each state concludes as it does.

            """;

    private ChecksPage() {}

    static String markdown() {
        StringBuilder page = new StringBuilder(INTRODUCTION).append("| state | check | title |\n|---|---|---|\n");
        Map<String, String> when = when();
        Samples.all().forEach((name, sample) -> {
            CheckRun check = CheckRenderer.render(sample.getKey(), sample.getValue());
            page.append("| [")
                    .append(words(name))
                    .append("](#")
                    .append(name)
                    .append(") | ")
                    .append(CheckText.status(check))
                    .append(" | ")
                    .append(check.title())
                    .append(" |\n");
        });
        page.append("\n# Checks\n");
        Samples.all()
                .forEach((name, sample) -> check(
                        page,
                        name,
                        when.getOrDefault(name, ""),
                        CheckRenderer.render(sample.getKey(), sample.getValue())));
        page.append(
                "\n# Comments\n\nOne comment shows where the checks of a pull request stand, and is updated in place. Each"
                        + " command is answered by one of the others.\n");
        Comments.all()
                .forEach((name, comment) -> page.append("\n## ")
                        .append(words(name))
                        .append("\n\n---\n\n")
                        .append(comment)
                        .append("\n\n---\n"));
        return page.toString();
    }

    private static void check(StringBuilder page, String name, String when, CheckRun check) {
        page.append("\n## ")
                .append(words(name))
                .append("\n\n")
                .append(when)
                .append("\n\n")
                .append("- **Check:** ")
                .append(CheckText.status(check))
                .append('\n')
                .append("- **Title:** ")
                .append(check.title())
                .append('\n');
        if (!check.actions().isEmpty()) {
            page.append("- **Buttons:** ").append(CheckText.buttons(check)).append('\n');
        }
        check.annotations()
                .forEach(note -> page.append("- **On a line:** `")
                        .append(CheckText.annotation(note).replace("`", "'"))
                        .append("`\n"));
        page.append("\n---\n\n").append(check.summary()).append('\n');
        if (!check.text().isEmpty()) {
            page.append('\n').append(check.text()).append('\n');
        }
        page.append("\n---\n");
    }

    private static String words(String name) {
        return name.replace('-', ' ');
    }

    private static Map<String, String> when() {
        Map<String, String> when = new LinkedHashMap<>();
        when.put("planning", "A pull request was opened, pushed to, or asked to be planned.");
        when.put("planned", "There is something to do, and the base branch says `git.apply: comment`.");
        when.put("planned-applied-on-merge", "The same, where the base branch says `git.apply: merge` (the default).");
        when.put("planned-loses-data", "Something that holds data would be replaced or deleted.");
        when.put("planned-nothing-to-do", "What is there is what the file says.");
        when.put(
                "planned-shared-not-there",
                "`infra.shared: true`, and no other component has made the infrastructure yet.");
        when.put("invalid-file", "nanokit.yml has errors: all of them are shown, each on its line.");
        when.put("unplannable", "The file is right, but what is there could not be read.");
        when.put(
                "fork-waits-for-maintainer",
                "A pull request from a fork, before a maintainer has looked at this commit.");
        when.put("removed", "The base branch has the file, and the pull request removes it.");
        when.put("refused", "Nothing that can be tried again: here, the component belongs to another repository.");
        when.put("outdated", "Another apply has changed the environment since the plan was made.");
        when.put("superseded", "A newer commit was pushed.");
        when.put("cancelled", "What was asked for is not wanted any more.");
        when.put("cut-short", "The App was killed during an apply, and the pull request was closed before it went on.");
        when.put("waiting-for-lock", "Somebody else is at work in the environment.");
        when.put("waiting-for-shared", "An apply waits for the component that owns the infrastructure.");
        when.put("applying-begun", "An apply takes its locks.");
        when.put("applying", "An apply is under way.");
        when.put("applied", "All is done.");
        when.put("applied-nothing", "There was nothing to do.");
        when.put("apply-still-locked", "The lock did not become free in the time that an apply waits.");
        when.put("apply-shared-not-there", "The infrastructure did not get there in the time that an apply waits.");
        when.put("apply-stale", "Under the lock, the plan was another than the one that was shown.");
        when.put("apply-would-lose-data", "The plan loses data, and was not forced.");
        when.put("apply-failed", "A provider refused a change.");
        when.put("apply-cancelled", "Somebody stopped the apply.");
        when.put("apply-lock-lost", "Somebody cleared the lock while the apply was under way.");
        return when;
    }
}
