package dev.nanokit.github.flow;

import dev.nanokit.engine.config.GitRules;
import dev.nanokit.engine.config.NanokitConfig;
import dev.nanokit.engine.source.Problem;
import dev.nanokit.github.report.CheckSubject;
import java.util.List;
import java.util.Optional;

/**
 * One component in one environment, as a commit has it.
 *
 * @param file path of its nanokit.yml
 * @param named whether its checks name it: where the repository has several
 * @param powers who may act, as the base branch says
 */
record Target(String file, String component, boolean named, String environment, Powers powers, Finding finding) {
    /**
     * What the base branch's file says.
     *
     * @param rules empty where that branch has no usable file
     * @param environment what it maps the base branch to
     */
    record Powers(Optional<GitRules> rules, Optional<String> environment) {
        /** Where no one file decides: of a command about no target, or of a target that nobody has read. */
        static final Powers NONE = new Powers(Optional.empty(), Optional.empty());
    }

    /** What the commit has in that place. */
    sealed interface Finding {
        /**
         * @param base the base branch's file, where it has one
         * @param stranger whether the commit comes from a fork
         */
        record Valid(NanokitConfig config, Optional<NanokitConfig> base, boolean stranger) implements Finding {}

        record Broken(List<Problem> problems) implements Finding {}

        /** The base branch has it, and the commit does not. */
        record Gone(NanokitConfig base) implements Finding {}

        /** It is not looked at, for this reason. */
        record Withheld(String reason) implements Finding {}
    }

    /** Of which nothing is known but its check: enough to end that. */
    static Target unread(CheckId id, boolean named) {
        return new Target(
                "nanokit.yml", id.component(), named, id.environment(), Powers.NONE, new Finding.Withheld(""));
    }

    /** The file by which the component can be planned; of one that is gone, the base branch's. */
    Optional<NanokitConfig> config() {
        return switch (finding) {
            case Finding.Valid valid -> Optional.of(valid.config());
            case Finding.Gone(NanokitConfig base) -> Optional.of(base);
            case Finding.Broken ignored -> Optional.empty();
            case Finding.Withheld ignored -> Optional.empty();
        };
    }

    Optional<NanokitConfig> baseConfig() {
        return switch (finding) {
            case Finding.Valid valid -> valid.base();
            case Finding.Gone(NanokitConfig base) -> Optional.of(base);
            case Finding.Broken ignored -> Optional.empty();
            case Finding.Withheld ignored -> Optional.empty();
        };
    }

    /** The same, of a file that does not say itself what it is about. */
    Target about(String otherComponent, String otherEnvironment) {
        return new Target(file, otherComponent, named, otherEnvironment, powers, finding);
    }

    Target named(String other) {
        return new Target(file, other, named, environment, powers, finding);
    }

    String destroyCommand() {
        return "/nanokit destroy -e " + environment + (named ? " --component " + component : "");
    }

    /** @param wholePlan where the plan can be read that the check shows */
    CheckSubject subject(Commit commit, Optional<String> wholePlan) {
        return new CheckSubject(
                environment,
                named ? Optional.of(component) : Optional.empty(),
                file,
                commit.sha(),
                commit.check(this).external(),
                ApplyWays.of(this, commit.origin()),
                wholePlan);
    }
}
