package dev.nanokit.github.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.engine.config.GitRules;
import dev.nanokit.github.api.Repository.PullRequestReadiness;
import dev.nanokit.github.command.Command;
import dev.nanokit.github.command.Command.Scope;
import dev.nanokit.github.policy.Decision.Refused;
import dev.nanokit.github.policy.Decision.Rule;
import dev.nanokit.github.policy.Situation.State;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What must hold whatever the situation: the table shows examples, these are the rules. */
class PolicyTest {
    private static final Scope PRODUCTION = new Scope(Optional.of("production"), Optional.empty());

    @Property(edgeCases = EdgeCasesMode.NONE)
    void nobodyChangesAnythingWithoutWritePermission(
            @ForAll("people") Person person,
            @ForAll("situations") Situation situation,
            @ForAll("changes") Command change) {
        if (Policy.onCommand(person, change, situation).allowed()) {
            assertThat(person.permission()).isGreaterThanOrEqualTo(Permission.WRITE);
            assertThat(person.bot()).isFalse();
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void aStrangersCommitIsPlannedOnlyByAMaintainerOrAfterOneDid(
            @ForAll("people") Person person, @ForAll("situations") Situation situation) {
        boolean looked = situation.approvedHead().equals(Optional.of(situation.headSha()));
        if (situation.fork() && !looked) {
            assertThat(Policy.onPush(situation).allowed()).isFalse();
            assertThat(Policy.onCommand(person, new Command.Plan(Scope.ALL), situation)
                            .allowed())
                    .isEqualTo(person.isMaintainer() && !person.bot() && isOpen(situation));
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void whoeverMayWriteMayUnlockWhateverBecameOfThePullRequest(
            @ForAll Permission permission, @ForAll boolean author, @ForAll("situations") Situation situation) {
        assertThat(Policy.onCommand(new Person(permission, false, author), new Command.Unlock(Scope.ALL), situation)
                        .allowed())
                .isEqualTo(permission.atLeast(Permission.WRITE));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void morePermissionNeverAllowsLess(
            @ForAll("people") Person person,
            @ForAll Permission more,
            @ForAll("situations") Situation situation,
            @ForAll("commands") Command command) {
        Person stronger = new Person(more, person.bot(), person.author());
        if (more.atLeast(person.permission())
                && Policy.onCommand(person, command, situation).allowed()) {
            assertThat(Policy.onCommand(stronger, command, situation).allowed()).isTrue();
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void everyRefusalSaysWhyInWholeSentences(
            @ForAll("people") Person person,
            @ForAll("situations") Situation situation,
            @ForAll("commands") Command command) {
        Policy.onCommand(person, command, situation)
                .refused()
                .ifPresent(refused -> assertThat(refused.reason()).matches("[A-Z`].+\\."));
    }

    @Test
    void withoutAFileOnTheBaseBranchAPullRequestCanGiveItselfNoPower() {
        Situation situation = Situations.all().get("open; main has no valid nanokit.yml");

        assertThat(Policy.onCommand(
                                new Person(Permission.ADMIN, false, true),
                                new Command.Apply(Scope.ALL, true),
                                situation)
                        .refused()
                        .map(Refused::rule))
                .contains(Rule.NO_BASE_FILE);
    }

    @Test
    void aCommandThatWasNotUnderstoodKeepsItsExplanation() {
        assertThat(Policy.onCommand(
                        new Person(Permission.ADMIN, false, true),
                        new Command.Wrong("there is no command `x`."),
                        Situations.pullRequest().now()))
                .isEqualTo(new Refused(Rule.NOT_UNDERSTOOD, "there is no command `x`."));
    }

    private static boolean isOpen(Situation situation) {
        return situation.state() != State.CLOSED && situation.state() != State.MERGED;
    }

    @Provide
    static Arbitrary<Person> people() {
        return Combinators.combine(
                        Arbitraries.of(Permission.class), Arbitraries.of(true, false), Arbitraries.of(true, false))
                .as(Person::new);
    }

    @Provide
    static Arbitrary<Command> changes() {
        return Arbitraries.of(
                new Command.Apply(Scope.ALL, false),
                new Command.Apply(PRODUCTION, true),
                new Command.Destroy(PRODUCTION, true),
                new Command.Unlock(Scope.ALL));
    }

    @Provide
    static Arbitrary<Command> commands() {
        return Arbitraries.oneOf(
                changes(),
                Arbitraries.of(
                        new Command.Plan(Scope.ALL),
                        new Command.Plan(PRODUCTION),
                        new Command.Status(Scope.ALL),
                        new Command.Help()));
    }

    @Provide
    static Arbitrary<Situation> situations() {
        Arbitrary<Optional<String>> heads = Arbitraries.of(Optional.empty(), Optional.of("older"), Optional.of("head"));
        Arbitrary<Boolean> flag = Arbitraries.of(true, false);
        Arbitrary<GitRules> rules = Combinators.combine(
                        Arbitraries.of(GitRules.Apply.class), Arbitraries.subsetOf(GitRules.Requirement.values()))
                .as((apply, require) -> new GitRules(Map.of("main", "production"), apply, Set.copyOf(require)));
        Arbitrary<PullRequestReadiness> readiness =
                Combinators.combine(flag, flag, flag, flag).as(PullRequestReadiness::new);
        return Combinators.combine(
                        Arbitraries.of(State.class),
                        flag,
                        heads,
                        rules.optional(),
                        Arbitraries.of("production", "stage").optional(),
                        readiness)
                .as((state, fork, approved, git, environment, ready) ->
                        new Situation(state, "head", fork, approved, git, environment, ready));
    }
}
