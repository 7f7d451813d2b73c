package dev.nanokit.github.policy;

import dev.nanokit.engine.config.GitRules;
import dev.nanokit.engine.config.GitRules.Apply;
import dev.nanokit.engine.config.GitRules.Requirement;
import dev.nanokit.github.api.Repository.PullRequestReadiness;
import dev.nanokit.github.policy.Situation.State;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a pull request can be like: a ready one of the repository itself, with one thing changed at a time. */
record Situations(Situation now) {
    static final String HEAD = "1111111aaaaaaa";
    private static final String OLDER = "2222222bbbbbbb";
    private static final PullRequestReadiness READY = new PullRequestReadiness(true, true, true, true);

    static Situations pullRequest() {
        return new Situations(new Situation(
                State.OPEN,
                HEAD,
                false,
                Optional.empty(),
                Optional.of(rules(Apply.COMMENT)),
                Optional.of("production"),
                READY));
    }

    static Map<String, Situation> all() {
        Map<String, Situation> all = new LinkedHashMap<>();
        Situations open = pullRequest();
        all.put("open, of the repository itself; main says git.apply: comment", open.now);
        all.put("the same as a draft", open.in(State.DRAFT).now);
        all.put("the same, closed", open.in(State.CLOSED).now);
        all.put("the same, merged", open.in(State.MERGED).now);
        all.put("no pull request: a check on a commit of main", open.in(State.BRANCH).now);
        all.put("open; main says git.apply: merge", open.applied(Apply.MERGE).now);
        all.put("merged; main says git.apply: merge", open.applied(Apply.MERGE).in(State.MERGED).now);
        all.put(
                "a commit of main; main says git.apply: merge",
                open.applied(Apply.MERGE).in(State.BRANCH).now);
        all.put("open; main says git.apply: manual", open.applied(Apply.MANUAL).now);
        all.put("open; main has no valid nanokit.yml", open.without().now);
        all.put("open; main belongs to no environment", open.unmapped().now);
        all.put("open; main requires approved, and it is not", open.requiring(Requirement.APPROVED).now);
        all.put("open; main requires mergeable, and it is not", open.requiring(Requirement.MERGEABLE).now);
        all.put("open; main requires up_to_date, and it is not", open.requiring(Requirement.UP_TO_DATE).now);
        all.put(
                "merged; main requires all, and none holds",
                open.requiring(Requirement.values()).in(State.MERGED).now);
        all.put("open, from a fork", open.fork(Optional.empty()).now);
        all.put("open, from a fork; a maintainer planned an older commit", open.fork(Optional.of(OLDER)).now);
        all.put("open, from a fork; a maintainer planned this commit", open.fork(Optional.of(HEAD)).now);
        all.put("from a fork, closed", open.fork(Optional.of(HEAD)).in(State.CLOSED).now);
        all.put("from a fork, merged", open.fork(Optional.empty()).in(State.MERGED).now);
        return all;
    }

    Situations in(State state) {
        return with(state, now.fork(), now.approvedHead(), now.baseRules(), now.environment(), now.readiness());
    }

    Situations fork(Optional<String> approved) {
        return with(now.state(), true, approved, now.baseRules(), now.environment(), now.readiness());
    }

    Situations applied(Apply apply) {
        return with(now.state(), now.fork(), now.approvedHead(), Optional.of(rules(apply)), now.environment(), READY);
    }

    /** The base branch requires it, and the pull request is not so. */
    Situations requiring(Requirement... required) {
        Set<Requirement> missing = Set.copyOf(Arrays.asList(required));
        GitRules rules = new GitRules(Map.of("main", "production"), Apply.COMMENT, missing);
        PullRequestReadiness readiness = new PullRequestReadiness(
                true,
                !missing.contains(Requirement.APPROVED),
                !missing.contains(Requirement.MERGEABLE),
                !missing.contains(Requirement.UP_TO_DATE));
        return with(now.state(), now.fork(), now.approvedHead(), Optional.of(rules), now.environment(), readiness);
    }

    private Situations without() {
        return with(now.state(), now.fork(), now.approvedHead(), Optional.empty(), Optional.empty(), READY);
    }

    private Situations unmapped() {
        return with(now.state(), now.fork(), now.approvedHead(), now.baseRules(), Optional.empty(), READY);
    }

    private static Situations with(
            State state,
            boolean fork,
            Optional<String> approved,
            Optional<GitRules> rules,
            Optional<String> environment,
            PullRequestReadiness readiness) {
        return new Situations(new Situation(state, HEAD, fork, approved, rules, environment, readiness));
    }

    private static GitRules rules(Apply apply) {
        return new GitRules(Map.of("main", "production"), apply, Set.of());
    }
}
