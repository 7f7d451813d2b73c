package dev.nanokit.github.report;

import static dev.nanokit.engine.value.Value.text;

import dev.nanokit.engine.plan.Change;
import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.source.Place;
import dev.nanokit.engine.source.Places;
import dev.nanokit.engine.source.Problem;
import dev.nanokit.engine.value.Secret;
import dev.nanokit.engine.value.Value;
import dev.nanokit.stages.ApplyResult;
import dev.nanokit.stages.ApplyResult.Cause;
import dev.nanokit.stages.RunEvent;
import dev.nanokit.state.lock.Acquisition;
import dev.nanokit.state.lock.Holder;
import dev.nanokit.state.lock.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every state that a check can be in, on one shop. */
final class Samples {
    static final Instant NOW = Instant.parse("2026-11-24T12:08:00Z");
    static final Holder GRACE = new Holder(
            "@grace", "apply of #41", "https://github.com/acme/shop/pull/41", Instant.parse("2026-11-24T12:03:00Z"));
    static final Holder LINUS =
            new Holder("linus@laptop (pid 4711)", "nkapp up", "", Instant.parse("2026-11-24T12:06:30Z"));
    static final CheckSubject SUBJECT = new CheckSubject(
            "production",
            Optional.empty(),
            Shop.FILE,
            Shop.COMMIT,
            "check-1",
            ApplyWay.ASKED,
            Optional.of("https://nanokit.example/plans/p-20261124-7c1f"));
    static final Places PLACES = new Places(
            Map.of(
                    "databases", new Place(Shop.FILE, 14, 1),
                    "services", new Place(Shop.FILE, 20, 1)),
            new Place(Shop.FILE, 1, 1));

    private Samples() {}

    static CheckSubject subject(ApplyWay way) {
        return new CheckSubject(
                SUBJECT.environment(),
                SUBJECT.component(),
                SUBJECT.file(),
                SUBJECT.headSha(),
                SUBJECT.externalId(),
                way,
                SUBJECT.wholePlan());
    }

    static Acquisition.Blocked blocked() {
        return new Acquisition.Blocked("infra", List.of(GRACE), Duration.ofSeconds(95), 2, new Sighting(Map.of()));
    }

    private static Map<String, Value> orders(String engine) {
        return Map.of("engine", text(engine), "version", text("16"));
    }

    private static Map<String, Value> web(String image, Value token) {
        return Map.of(
                "image",
                text(image),
                "env",
                Value.obj(Map.of("LOG_LEVEL", text("info"), "STRIPE_TOKEN", token)),
                "replicas",
                Value.num(2));
    }

    private static Value token(String text) {
        return Value.hidden(Secret.revealed("env:STRIPE_TOKEN", text));
    }

    /** A new worker and its network, another image and token for the web, an old service gone. */
    static Shop changes() {
        return new Shop()
                .wants("network/backend", 5, Map.of("driver", text("bridge")))
                .keeps("database/orders", 15, orders("postgres"))
                .has("container/web", web("nginx:1.26", token("old-secret")))
                .wants("container/web", 21, web("nginx:1.27", token("new-secret")), "database/orders")
                .wants(
                        "container/worker",
                        27,
                        Map.of(
                                "image", text("ghcr.io/acme/worker:3"),
                                "command", text("set -e\nworker --queue orders\n"),
                                "network", Value.ref(ResourceKey.parse("network/backend"), "id")),
                        "network/backend")
                .has("container/legacy", Map.of("image", text("acme/legacy:1")))
                .warns(
                        29,
                        "the size of volume 'cache' is not enforced",
                        "Docker has no quota for volumes.",
                        "Leave size out, or watch the disk.");
    }

    static Plan plan() {
        return changes().plan();
    }

    /** Another database engine, and a volume that nobody wants any more. */
    static Plan guarded() {
        return new Shop()
                .has("database/orders", orders("mysql"))
                .wants("database/orders", 15, orders("postgres"))
                .has("volume/uploads", Map.of("driver", text("local")))
                .keeps("container/web", 21, web("nginx:1.27", token("secret")))
                .plan();
    }

    static Plan nothing() {
        return new Shop()
                .keeps("database/orders", 15, orders("postgres"))
                .keeps("container/web", 21, web("nginx:1.27", token("secret")))
                .plan();
    }

    static Plan withoutItsShare() {
        return new Shop()
                .sharesInfrastructure()
                .wants("network/backend", 5, Map.of("driver", text("bridge")))
                .wants("container/web", 21, web("nginx:1.27", token("secret")), "network/backend")
                .plan();
    }

    static List<Problem> problems() {
        return List.of(
                Problem.error(
                        new Place(Shop.FILE, 4, 11),
                        "unknown provider 'awss'",
                        "A provider is one of docker, aws, digitalocean, gcp, azure, hetzner, scaleway, linode, vercel,"
                                + " netlify, railway, fly.io.",
                        "Did you mean 'aws'?"),
                Problem.error(
                        new Place(Shop.FILE, 22, 12),
                        "the variable ${TAG} has no value",
                        "It has no default either, as ${TAG:-latest} would.",
                        "Declare TAG for this environment."),
                Problem.warning(
                        new Place(Shop.FILE, 29, 5),
                        "the size of volume 'cache' is not enforced",
                        "",
                        "Leave it out."));
    }

    static ApplyProgress progress() {
        Plan plan = plan();
        List<Change> first = plan.waves().getFirst();
        return ApplyProgress.BEGUN
                .after(new RunEvent.Planned(plan))
                .after(new RunEvent.WaveStarted(plan, 1, plan.waves().size()))
                .after(new RunEvent.ChangeStarted(first.getFirst()))
                .after(new RunEvent.ChangeDone(first.getFirst(), Duration.ofMillis(1_840)))
                .after(new RunEvent.ChangeStarted(first.getLast()))
                .after(new RunEvent.ChangeProgress(first.getLast().key(), "pulling nginx:1.27 (3 of 7 layers)"));
    }

    static ApplyResult.Incomplete incomplete(Cause cause) {
        Plan plan = plan();
        List<Change> all = plan.changes().toList();
        List<ApplyResult.Failure> failed = cause == Cause.FAILED
                ? List.of(new ApplyResult.Failure(
                        all.get(1),
                        "pull access denied for `nginx:1.27`: <b>toomanyrequests</b> @docker, see https://docs.docker.com/x",
                        "log in to the registry, or wait an hour"))
                : List.of();
        return new ApplyResult.Incomplete(
                plan, all.subList(0, 1), failed, all.subList(1 + failed.size(), all.size()), cause);
    }

    /** Every state with what it is about and a name, in the order in which people meet them. */
    static Map<String, Map.Entry<CheckSubject, CheckState>> all() {
        Map<String, CheckState> states = new LinkedHashMap<>();
        states.put("planning", new CheckState.Planning());
        states.put("planned", new CheckState.Planned(plan(), PLACES));
        states.put("planned-applied-on-merge", new CheckState.Planned(plan(), PLACES));
        states.put("planned-loses-data", new CheckState.Planned(guarded(), PLACES));
        states.put("planned-nothing-to-do", new CheckState.Planned(nothing(), PLACES));
        states.put("planned-shared-not-there", new CheckState.Planned(withoutItsShare(), PLACES));
        states.put("invalid-file", new CheckState.Invalid(problems()));
        states.put(
                "unplannable",
                new CheckState.Unplannable(
                        "the Docker engine at tcp://10.0.0.7:2376 does not answer: connection refused",
                        "see that it runs and may be reached from here"));
        states.put("fork-waits-for-maintainer", new CheckState.WaitingForApproval());
        states.put("removed", new CheckState.Removed());
        states.put(
                "refused",
                new CheckState.Refused("Component `main` of `shop` in `production` belongs to the repository"
                        + " `acme/storefront`. Give this repository a component of its own: `component: NAME`."));
        states.put("outdated", new CheckState.Outdated("apply of #41"));
        states.put("superseded", new CheckState.Superseded("1b2c3d4e5f"));
        states.put("cancelled", new CheckState.Cancelled("the pull request was closed"));
        states.put("cut-short", new CheckState.CutShort("the pull request was closed"));
        states.put("waiting-for-lock", new CheckState.WaitingForLock(blocked(), NOW));
        states.put(
                "waiting-for-shared",
                new CheckState.WaitingForShared(withoutItsShare().blockedOn().orElseThrow()));
        states.put("applying-begun", new CheckState.Applying(ApplyProgress.BEGUN, NOW));
        states.put("applying", new CheckState.Applying(progress(), NOW));
        states.put("applied", finished(new ApplyResult.Applied(plan(), Duration.ofMillis(12_345))));
        states.put("applied-nothing", finished(new ApplyResult.Applied(nothing(), Duration.ofMillis(812))));
        states.put("apply-still-locked", finished(new ApplyResult.Blocked(blocked())));
        states.put(
                "apply-shared-not-there",
                finished(new ApplyResult.NotReady(
                        withoutItsShare(), withoutItsShare().blockedOn().orElseThrow())));
        states.put("apply-stale", finished(new ApplyResult.Stale(plan())));
        states.put(
                "apply-would-lose-data",
                finished(new ApplyResult.Guarded(guarded(), guarded().guards())));
        states.put("apply-failed", finished(incomplete(Cause.FAILED)));
        states.put("apply-cancelled", finished(incomplete(Cause.CANCELLED)));
        states.put("apply-lock-lost", finished(incomplete(Cause.LOCK_LOST)));
        Map<String, Map.Entry<CheckSubject, CheckState>> all = new LinkedHashMap<>();
        states.forEach((name, state) ->
                all.put(name, Map.entry(name.endsWith("on-merge") ? subject(ApplyWay.ON_MERGE) : SUBJECT, state)));
        return all;
    }

    private static CheckState finished(ApplyResult result) {
        return new CheckState.Finished(result, PLACES, NOW);
    }
}
