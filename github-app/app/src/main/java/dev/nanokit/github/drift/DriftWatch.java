package dev.nanokit.github.drift;

import dev.nanokit.engine.plan.Drift;
import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.source.InvalidConfigException;
import dev.nanokit.github.api.GitHubException;
import dev.nanokit.github.api.Issues;
import dev.nanokit.github.flow.CommitPlans;
import dev.nanokit.github.flow.FlowPorts;
import dev.nanokit.github.flow.memory.Watched;
import dev.nanokit.github.flow.memory.Watchlist;
import dev.nanokit.github.flow.reading.NanokitFile;
import dev.nanokit.github.flow.reading.RepositoryReading;
import dev.nanokit.github.report.DriftIssue;
import dev.nanokit.github.report.DriftSubject;
import dev.nanokit.provider.ProviderException;
import dev.nanokit.stages.secret.SecretUnavailableException;
import dev.nanokit.state.lock.HeldLock;
import dev.nanokit.state.store.ComponentState;
import dev.nanokit.state.store.ForeignComponentException;
import dev.nanokit.state.table.CorruptStateException;
import dev.nanokit.webhook.log.JsonLog;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Looks at one component: plans the commit that was applied last, and keeps the issue about what differs. */
final class DriftWatch {
    private final FlowPorts ports;
    private final Watchlist watchlist;
    private final CommitPlans plans;
    private final DriftIssues issues;

    DriftWatch(FlowPorts ports, Issues.Tracker tracker, Watchlist watchlist) {
        this.ports = ports;
        this.watchlist = watchlist;
        this.plans = new CommitPlans(ports);
        this.issues = new DriftIssues(ports.github(), tracker, new IssueNotes(ports.table(), ports.clock()));
    }

    Verdict look(Watched watched) {
        Verdict verdict = verdict(watched);
        log(watched, verdict);
        return verdict;
    }

    private Verdict verdict(Watched watched) {
        if (isLocked(watched)) {
            return new Verdict.Skipped("somebody holds the environment's lock");
        }
        ComponentState state = state(watched);
        try {
            if (!isTheirs(watched, state)) {
                return left(watched);
            }
            Optional<String> commit = state.commit().filter(sha -> !sha.isEmpty());
            return commit.isPresent()
                    ? compare(watched, state, commit.get())
                    : skipped(watched, "no commit has been applied whole yet");
        } catch (GitHubException e) {
            if (e.retryable()) {
                throw e;
            }
            return skipped(watched, String.valueOf(e.getMessage()));
        }
    }

    private boolean isLocked(Watched watched) {
        return ports.locks().list(watched.environment()).stream().anyMatch(lock -> keepsOthersOut(lock, watched));
    }

    private static boolean keepsOthersOut(HeldLock lock, Watched watched) {
        boolean ours = (lock.exclusive() && lock.scope().equals("infra"))
                || lock.scope().equals("component " + watched.component());
        return ours && !lock.holders().isEmpty();
    }

    private ComponentState state(Watched watched) {
        return ports.store().component(watched.environment(), watched.component());
    }

    private boolean isTheirs(Watched watched, ComponentState state) {
        String owner = plans.owner(watched.repository());
        return !state.resources().isEmpty()
                && state.repository().filter(owner::equals).isPresent();
    }

    private Verdict left(Watched watched) {
        issues.close(watched, DriftIssue.destroyed(watched.environment().environment(), watched.component()));
        issues.forget(watched);
        watchlist.forget(watched);
        return new Verdict.Left();
    }

    private Verdict compare(Watched watched, ComponentState state, String commit) {
        RepositoryReading reading = RepositoryReading.of(ports.github().repository(watched.repository()), commit);
        Optional<NanokitFile> file = reading.files().values().stream()
                .filter(candidate -> isAbout(candidate, watched))
                .findFirst();
        if (file.isEmpty()) {
            return skipped(watched, "commit " + commit + " has no nanokit.yml of the component that can be used");
        }
        Plan plan;
        try {
            plan = plans.plan(
                    watched.repository(),
                    commit,
                    file.get(),
                    watched.environment().environment());
        } catch (InvalidConfigException
                | ProviderException
                | SecretUnavailableException
                | ForeignComponentException
                | CorruptStateException e) {
            return new Verdict.Unknown(e.getMessage());
        }
        if (plan.blockedOn().isPresent()) {
            return new Verdict.Unknown(plan.blockedOn().get());
        }
        if (isLocked(watched) || state(watched).serial() != state.serial()) {
            return new Verdict.Skipped("it was applied meanwhile");
        }
        return tell(watched, subject(watched, state, file.get(), reading.files().size() > 1), Drift.of(plan));
    }

    private static boolean isAbout(NanokitFile file, Watched watched) {
        return file.config()
                .filter(config -> config.project().equals(watched.environment().project()))
                .filter(config -> config.component().equals(watched.component()))
                .isPresent();
    }

    private DriftSubject subject(Watched watched, ComponentState state, NanokitFile file, boolean named) {
        String commit = state.commit().orElseThrow();
        return new DriftSubject(
                watched.environment().project(),
                watched.environment().environment(),
                watched.component(),
                named,
                file.path(),
                commit,
                ports.settings().webUrl() + "/" + watched.repository().fullName() + "/commit/" + commit,
                state.resources().size(),
                file.config().orElseThrow().git().apply());
    }

    private Verdict tell(Watched watched, DriftSubject subject, Drift drift) {
        if (drift.isEmpty()) {
            issues.close(watched, DriftIssue.gone(subject));
            watchlist.looked(watched, false);
            return new Verdict.AsApplied();
        }
        int issue = issues.show(watched, DriftIssue.of(subject, drift));
        watchlist.looked(watched, true);
        return new Verdict.Drifted(drift.byHand().size(), issue);
    }

    /** Until the next round: trying again soon would not help. */
    private Verdict skipped(Watched watched, String why) {
        watchlist.looked(watched, watched.drifted());
        return new Verdict.Skipped(why);
    }

    private void log(Watched watched, Verdict verdict) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("repository", watched.repository().fullName());
        fields.put("project", watched.environment().project());
        fields.put("environment", watched.environment().environment());
        fields.put("component", watched.component());
        fields.put("verdict", verdict.word());
        switch (verdict) {
            case Verdict.Drifted(int resources, int issue) -> {
                fields.put("resources", resources);
                fields.put("issue", issue);
            }
            case Verdict.Skipped(String why) -> fields.put("why", why);
            case Verdict.Unknown(String why) -> fields.put("why", why);
            case Verdict.AsApplied ignored -> {}
            case Verdict.Left ignored -> {}
        }
        JsonLog.Level level = verdict instanceof Verdict.Unknown ? JsonLog.Level.WARN : JsonLog.Level.INFO;
        ports.log().write(level, "drift", fields);
    }
}
