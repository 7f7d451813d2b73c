package dev.nanokit.provider.docker.rollout;

import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.Progress;
import dev.nanokit.provider.ProviderException;
import dev.nanokit.provider.docker.change.Work;
import dev.nanokit.provider.docker.engine.EngineClient;
import dev.nanokit.provider.docker.observe.ContainerReader;
import dev.nanokit.provider.docker.observe.EngineView;
import dev.nanokit.provider.docker.rollout.Containers.Listed;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Takes the steps that {@link Rollout} decides on, until there is something to wait for, or nothing left to do. */
final class RolloutRun {
    /** More steps than any way has: if they are not enough, somebody else is at work on the same container. */
    private static final int STEPS_AT_MOST = 40;

    private final EngineClient engine;
    private final Work work;
    private final ContainerSpec spec;
    private final Path baseFolder;
    private final Pace pace;
    private final InstantSource clock;
    private final Map<String, Value.Obj> made;
    private final Rollout rollout;
    private final Containers containers;
    private Map<Slot, Listed> slots = Map.of();

    RolloutRun(
            EngineClient engine,
            Work work,
            ContainerSpec spec,
            Path baseFolder,
            Pace pace,
            InstantSource clock,
            Map<String, Value.Obj> made) {
        this.engine = engine;
        this.work = work;
        this.spec = spec;
        this.baseFolder = baseFolder;
        this.pace = pace;
        this.clock = clock;
        this.made = made;
        this.rollout = new Rollout(spec.rolling(), spec.publishesPort());
        this.containers = new Containers(engine, work, pace);
    }

    Progress run(Watch before) {
        Watch watch = before;
        for (int steps = 0; steps < STEPS_AT_MOST; steps++) {
            Situation situation = look();
            Step step = rollout.next(situation);
            if (step instanceof Step.Prove(Slot slot)) {
                JsonNode container = engine.get(
                        "/containers/" + slots.get(slot).id() + "/json",
                        "looking at container " + slot.name(spec.name()));
                watch = watch.seen(
                        slots.get(slot).id(),
                        container.path("State").path("StartedAt").asString(""),
                        clock.instant());
                switch (judge().judge(container, watch, clock.instant())) {
                    case Verdict.Working ignored -> step = rollout.proven(situation, slot);
                    case Verdict.NotYet ignored -> {
                        return new Progress.Pending(watch.cursor(), pace.look());
                    }
                    case Verdict.Failed(String why) -> throw giveUp(situation, slot, why);
                }
            }
            if (step instanceof Step.Finish) {
                return done();
            }
            take(step);
        }
        throw new ProviderException(
                "container " + spec.name() + " does not come to rest: something else keeps changing it",
                true,
                "contended",
                "see whether another tool manages it",
                null);
    }

    private Progress.Done done() {
        return new Progress.Done(slots.get(Slot.MAIN).id(), Value.obj(Map.of("name", Value.text(spec.name()))));
    }

    private Situation look() {
        slots = containers.bySlot(spec.name());
        Map<Slot, Situation.Seen> seen = new EnumMap<>(Slot.class);
        slots.forEach((slot, listed) -> seen(slot, listed).ifPresent(found -> seen.put(slot, found)));
        return new Situation(seen);
    }

    private Optional<Situation.Seen> seen(Slot slot, Listed listed) {
        ContainerSpec wanted = slot == Slot.NEXT ? spec.unpublished() : spec;
        if (wanted.fields().equals(made.get(listed.id()))) {
            return Optional.of(new Situation.Seen(true, true, listed.running()));
        }
        EngineView view = EngineView.asNeeded(engine);
        return engine.find("/containers/" + listed.id() + "/json", "looking at container " + slot.name(spec.name()))
                .map(container -> {
                    Value.Obj actual = new ContainerReader(view, baseFolder).read(container, wanted.fields());
                    Comparison comparison = new Comparison(wanted, actual);
                    return new Situation.Seen(comparison.fits(), comparison.settled(), listed.running());
                });
    }

    private Judge judge() {
        Exec exec = new Exec(engine);
        Optional<HealthProbe> byCommand =
                spec.healthCommand().map(command -> new CommandProbe(exec, command, Redaction.of(spec.fields())));
        Optional<HealthProbe> byPath =
                spec.healthPath().map(path -> new HttpProbe(engine.dialer(), exec, path, this::addressOf));
        return new Judge(pace, byCommand.or(() -> byPath));
    }

    private Optional<String> addressOf(String container) {
        JsonNode networks = engine.get("/containers/" + container + "/json", "looking for its address")
                .path("NetworkSettings")
                .path("Networks");
        return networks.properties().stream()
                .map(network -> network.getValue())
                .filter(network ->
                        spec.network().equals(network.path("NetworkID").asString("")))
                .map(network -> network.path("IPAddress").asString(""))
                .filter(address -> !address.isEmpty())
                .findFirst();
    }

    private void take(Step step) {
        switch (step) {
            case Step.Create(Slot slot) -> create(slot);
            case Step.Adjust(Slot slot) -> adjust(slot);
            case Step.Start(Slot slot) -> start(slot);
            case Step.Stop(Slot slot) -> containers.stop(slots.get(slot).id());
            case Step.Remove(Slot slot) -> containers.remove(slots.get(slot).id());
            case Step.Rename(Slot from, Slot to) ->
                containers.rename(slots.get(from).id(), to.name(spec.name()));
            case Step.Prove ignored -> throw new IllegalStateException("proof is not a call");
            case Step.Finish ignored -> throw new IllegalStateException("the end is not a call");
        }
    }

    private void create(Slot slot) {
        boolean next = slot == Slot.NEXT;
        ContainerSpec wanted = next ? spec.unpublished() : spec;
        String id = new ContainerCreation(engine, baseFolder)
                .create(wanted, slot.name(spec.name()), work.labels(), next ? List.of() : spec.aliases());
        if (!next) {
            made.put(id, spec.fields());
        }
    }

    private void adjust(Slot slot) {
        String id = slots.get(slot).id();
        JsonNode container = engine.get("/containers/" + id + "/json", "looking at container " + spec.name());
        Value.Obj actual = new ContainerReader(EngineView.asNeeded(engine), baseFolder).read(container, spec.fields());
        new ContainerAdjustment(engine)
                .adjust(spec, container, actual, work.inputs().progress());
    }

    private void start(Slot slot) {
        try {
            containers.start(slots.get(slot));
        } catch (RuntimeException e) {
            ProviderException error = engine.errors().of(e, "starting container " + spec.name());
            if (error.retryable()) {
                throw error;
            }
            throw giveUp(look(), slot, "could not be started: " + error.getMessage());
        }
    }

    /** Puts the one from before back, and says what happened, with the last that the failed one has written. */
    private ProviderException giveUp(Situation situation, Slot slot, String why) {
        String logs = Redaction.of(spec.fields())
                .of(new ContainerLogs(engine).last(slots.get(slot).id()));
        boolean keepsOld = Rollout.keepsOld(situation, slot);
        for (Step step : Rollout.failed(situation, slot)) {
            take(step);
            slots = containers.bySlot(spec.name());
        }
        String fate = keepsOld
                ? "The one from before runs again."
                : "It is left as it is: 'docker logs " + spec.name() + "' shows more.";
        return new ProviderException(
                "container " + spec.name() + " (" + spec.image() + ") " + why + ". " + fate
                        + (logs.isEmpty()
                                ? ""
                                : " It wrote last:\n" + logs.indent(2).stripTrailing()),
                false,
                "rollout-failed",
                "correct the service (image, start, env, health) and run it again",
                null);
    }
}
