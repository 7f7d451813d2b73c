package dev.nanokit.provider;

import dev.nanokit.engine.config.Environment;
import dev.nanokit.engine.plan.Change;
import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.plan.PlanRequest;
import dev.nanokit.engine.plan.Planner;
import dev.nanokit.engine.resource.Observed;
import dev.nanokit.engine.resource.Phase;
import dev.nanokit.engine.resource.RecordedResource;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.source.InvalidConfigException;
import dev.nanokit.engine.source.Problem;
import dev.nanokit.engine.value.Resolver;
import dev.nanokit.engine.value.SealingKey;
import dev.nanokit.engine.value.Value;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Plans and applies on a provider as the stages do, with state in memory: what is recorded before and after each call is
 * what the real store would hold, so that a run that is cut off can be taken up by the next.
 */
public final class Trial {
    private static final SealingKey KEY = new SealingKey("a key for tests alone".getBytes(StandardCharsets.UTF_8));

    private final Map<ResourceKey, RecordedResource> state = new ConcurrentSkipListMap<>();
    private final Manner manner;
    private final Consumer<String> progress;

    /** How a test goes about it. */
    public interface Manner {
        /** @param looks how often was looked already */
        void pause(int looks, Duration after);

        /** Makes a call, again where that is worth it. */
        <T> T attempt(Supplier<T> call);

        /** Does every change of a wave; throws the first failure once all have ended. */
        void wave(List<Change> wave, Consumer<Change> apply);
    }

    /** @param progress takes the lines that providers write for people */
    public Trial(Manner manner, Consumer<String> progress) {
        this.manner = manner;
        this.progress = progress;
    }

    public Map<ResourceKey, RecordedResource> state() {
        return state;
    }

    /** @throws InvalidConfigException when one of them is an error */
    public static void refuse(List<Problem> problems) {
        List<Problem> errors = problems.stream().filter(Problem::isError).toList();
        if (!errors.isEmpty()) {
            throw new InvalidConfigException(errors);
        }
    }

    public Plan plan(Environment environment, Connection connection, List<Resource> desired) {
        List<Resource> unrecorded = desired.stream()
                .filter(resource -> !state.containsKey(resource.key()))
                .toList();
        Map<ResourceKey, Observed> observed = connection.discover(List.copyOf(state.values()), unrecorded);
        return Planner.plan(new PlanRequest(
                "plan",
                environment.owner(),
                "",
                1,
                desired,
                List.copyOf(state.values()),
                List.of(),
                observed,
                Set.of(),
                List.of(),
                KEY));
    }

    public void apply(Plan plan, Environment environment, Connection connection) {
        Map<ResourceKey, Value.Obj> outputs = new ConcurrentHashMap<>();
        manner.attempt(() -> connection.discover(List.copyOf(state.values()), List.of()))
                .forEach((key, observed) -> outputs.put(key, observed.outputs()));
        plan.unchanged().stream()
                .filter(noOp -> !outputs.containsKey(noOp.key()))
                .forEach(noOp -> manner.attempt(() -> connection.find(noOp.resource()))
                        .ifPresent(observed -> outputs.put(noOp.key(), observed.outputs())));
        plan.waves().forEach(wave -> manner.wave(wave, change -> apply(change, environment, connection, outputs)));
    }

    private void apply(
            Change change, Environment environment, Connection connection, Map<ResourceKey, Value.Obj> outputs) {
        if (change instanceof Change.Delete delete) {
            state.put(change.key(), delete.resource().in(Phase.DELETING));
            finish(connection, change, inputs(environment, Value.Obj.EMPTY));
            state.remove(change.key());
            return;
        }
        Resource resource = change.desired().orElseThrow();
        Value.Obj spec = Resolver.resolve(
                resource.spec(),
                ref -> Optional.ofNullable(outputs.get(ref.resource())).map(values -> values.get(ref.output())));
        RecordedResource begun = begun(change, environment, resource, Resolver.seal(spec, KEY));
        state.put(change.key(), begun);
        Progress.Done done = finish(connection, change, inputs(environment, spec));
        outputs.put(change.key(), done.outputs());
        state.put(change.key(), begun.ready(done.providerId(), Resolver.seal(done.outputs(), KEY)));
    }

    private Inputs inputs(Environment environment, Value.Obj spec) {
        return new Inputs(environment.owner(), spec, "token", progress);
    }

    private Progress.Done finish(Connection connection, Change change, Inputs inputs) {
        Progress answer = manner.attempt(() -> connection.apply(change, inputs));
        int looks = 0;
        while (answer instanceof Progress.Pending(String cursor, Duration after)) {
            manner.pause(looks++, after);
            answer = manner.attempt(() -> connection.poll(change, inputs, cursor));
        }
        return (Progress.Done) answer;
    }

    private static RecordedResource begun(Change change, Environment environment, Resource resource, Value.Obj sealed) {
        return new RecordedResource(
                resource.key(),
                environment.component(),
                resource.section(),
                Phase.CREATING,
                change.providerId(),
                sealed,
                change.recorded().map(RecordedResource::outputs).orElse(Value.Obj.EMPTY),
                resource.dependsOn(),
                resource.holdsData(),
                resource.claims(),
                "token",
                1);
    }
}
