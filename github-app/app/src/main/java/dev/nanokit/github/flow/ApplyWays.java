package dev.nanokit.github.flow;

import dev.nanokit.engine.config.GitRules;
import dev.nanokit.engine.config.NanokitConfig;
import dev.nanokit.github.flow.CheckId.Origin;
import dev.nanokit.github.report.ApplyWay;

/** Tells how what a check shows comes to be applied. */
final class ApplyWays {
    private ApplyWays() {}

    /** By the base branch's rules; where it has no file yet, by those that the merge would bring. */
    static ApplyWay of(Target target, Origin origin) {
        GitRules.Apply apply = target.powers()
                .rules()
                .or(() -> target.config().map(NanokitConfig::git))
                .map(GitRules::apply)
                .orElse(GitRules.Apply.MERGE);
        return switch (apply) {
            case MERGE -> origin instanceof Origin.Branch ? ApplyWay.ON_PUSH : ApplyWay.ON_MERGE;
            case COMMENT -> ApplyWay.ASKED;
            case MANUAL -> ApplyWay.BY_HAND;
        };
    }
}
