package dev.nanokit.github.report;

import dev.nanokit.engine.plan.Plan;
import dev.nanokit.github.report.markdown.Blocks;
import dev.nanokit.github.report.markdown.Inline;

/** The head of a plan's check: counts, what loses data, warnings, and how to go on. */
final class PlanSummary {
    private PlanSummary() {}

    static String of(Plan plan, CheckSubject subject) {
        Blocks blocks = new Blocks(Limits.CHECK_TEXT);
        plan.blockedOn().ifPresent(why -> blocks.add("**" + Inline.prose(why) + "**"));
        blocks.add(counts(plan));
        blocks.add(guards(plan));
        blocks.add(warnings(plan));
        blocks.add(next(plan, subject));
        blocks.add(foot(plan, subject));
        return blocks.text();
    }

    static String counts(Plan plan) {
        if (plan.isEmpty() && plan.unchanged().isEmpty()) {
            return "There is nothing in this environment, and nothing is to be.";
        }
        return plan.isEmpty()
                ? "Everything is as the file says: " + plan.unchanged().size() + " unchanged."
                : Tally.of(plan).table();
    }

    static String guards(Plan plan) {
        return guards(plan, Detail.CHECK);
    }

    static String guards(Plan plan, Detail detail) {
        return Listing.of(
                "⚠️ **These lose data, and are done only with `--force`:**",
                plan.guards().stream()
                        .map(guard -> Listing.sentence(guard.what()))
                        .toList(),
                detail);
    }

    static String warnings(Plan plan) {
        return warnings(plan, Detail.CHECK);
    }

    static String warnings(Plan plan, Detail detail) {
        return Listing.of(
                "**Warnings:**", plan.warnings().stream().map(Listing::problem).toList(), detail);
    }

    private static String next(Plan plan, CheckSubject subject) {
        if (plan.isEmpty()) {
            return "";
        }
        if (plan.blockedOn().isPresent()) {
            return "**It can be applied** once the component that owns the infrastructure has been; an apply waits for that.";
        }
        String apply = subject.command("apply") + (plan.guards().isEmpty() ? "" : " --force");
        return switch (subject.way()) {
            case ASKED ->
                plan.guards().isEmpty()
                        ? "**To apply it,** press *Apply*, or comment " + Inline.code(apply) + "."
                        : "**To apply it,** comment " + Inline.code(apply) + ".";
            case ON_MERGE ->
                "**It is applied** when this pull request is merged."
                        + (plan.guards().isEmpty()
                                ? ""
                                : " As it loses data, nothing is done then until somebody comments "
                                        + Inline.code(apply) + " on the merged pull request.");
            case ON_PUSH -> "**It is applied** by itself.";
            case BY_HAND ->
                "**To apply it,** run " + Inline.code("nkapp up -e " + subject.environment())
                        + ": the base branch says `git.apply: manual`.";
        };
    }

    static String foot(Plan plan, CheckSubject subject) {
        String link = subject.wholePlan()
                .map(url -> " · " + Inline.link("whole plan", url))
                .orElse("");
        return "<sub>Plan " + Inline.code(plan.id()) + " of " + Inline.code(shortSha(plan.commit())) + " · serial "
                + plan.serial() + link + "</sub>";
    }

    static String shortSha(String sha) {
        return sha.isEmpty() ? "(no commit)" : sha.substring(0, Math.min(7, sha.length()));
    }
}
