package dev.nanokit.github.flow;

import dev.nanokit.github.api.Repository;
import dev.nanokit.github.api.Repository.PullRequestReadiness;
import dev.nanokit.github.command.Command;
import dev.nanokit.github.flow.memory.PullRequestNote;
import dev.nanokit.github.policy.Decision.Refused;
import dev.nanokit.github.policy.Permission;
import dev.nanokit.github.policy.Person;
import dev.nanokit.github.policy.Policy;
import dev.nanokit.github.policy.Situation;
import dev.nanokit.github.policy.Situation.State;
import dev.nanokit.webhook.trigger.PullRequestRef;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What the commands of an errand need to know; each thing is asked of GitHub once, and only when it is needed. */
final class CommandContext {
    private final Errand errand;
    private final Repository repository;
    private final Supplier<Optional<PullRequestNote>> note;
    private final Arrivals arrivals;
    private PullRequestView view;
    private Permission permission;
    private PullRequestReadiness readiness;

    CommandContext(Errand errand, Repository repository, Supplier<Optional<PullRequestNote>> note, Arrivals arrivals) {
        this.arrivals = arrivals;
        this.errand = errand;
        this.repository = repository;
        this.note = note;
    }

    Errand errand() {
        return errand;
    }

    Repository repository() {
        return repository;
    }

    PullRequestRef pullRequest() {
        return view().pullRequest();
    }

    PullRequestView view() {
        if (view == null) {
            Optional<String> said = arrivals.said(any());
            view = PullRequestView.of(errand.ref(), repository, repository.pullRequest(errand.pullRequest()));
            arrivals.isCurrent(view.commit(), said);
        }
        return view;
    }

    /** The pull request, at whatever commit. */
    private Commit any() {
        return new Commit(errand.ref(), repository, "", new CheckId.Origin.PullRequest(errand.pullRequest()));
    }

    Optional<PullRequestNote> note() {
        return note.get();
    }

    Person person() {
        if (permission == null) {
            permission = repository.permissionOf(errand.actor().login());
        }
        return new Person(
                permission,
                errand.actor().bot(),
                pullRequest().author().login().equals(errand.actor().login()));
    }

    /** Closed or merged as a delivery has told; else as GitHub says where that has been asked. */
    State state() {
        Optional<PullRequestNote> closed = note().filter(PullRequestNote::closed);
        if (closed.isPresent()) {
            return closed.get().merged() ? State.MERGED : State.CLOSED;
        }
        return readiness != null && !readiness.open() ? State.CLOSED : Situations.open(pullRequest());
    }

    /** As far as rules need it that ask nothing about the pull request's readiness. */
    Situation situation(Target.Powers powers) {
        return Situations.pullRequest(state(), pullRequest(), approved(), powers);
    }

    /** With what GitHub says about the pull request's readiness. */
    Situation readySituation(Target.Powers powers) {
        if (readiness == null) {
            readiness = repository.readiness(errand.pullRequest());
        }
        return Situations.pullRequest(state(), pullRequest(), approved(), powers, readiness);
    }

    /** Why the person may not give the command, whatever it is about. */
    Optional<Refused> refusal(Command command) {
        return Policy.onCommand(person(), command, situation(Target.Powers.NONE))
                .refused();
    }

    String approved() {
        return note().map(PullRequestNote::approved).orElse("");
    }

    List<Target> targets(Command.Scope scope) {
        return view().survey().targets(scope.environment()).stream()
                .filter(target -> isMeant(target, scope))
                .toList();
    }

    static boolean isMeant(Target target, Command.Scope scope) {
        return scope.component().map(target.component()::equals).orElse(true);
    }

    String link(FlowSettings settings) {
        return any().pullRequestLink(settings);
    }
}
