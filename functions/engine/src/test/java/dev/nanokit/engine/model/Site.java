package dev.nanokit.engine.model;

import dev.nanokit.engine.plan.Change;
import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.plan.PlanRequest;
import dev.nanokit.engine.plan.Planner;
import dev.nanokit.engine.plan.Records;
import dev.nanokit.engine.resource.Observed;
import dev.nanokit.engine.resource.Owner;
import dev.nanokit.engine.resource.Phase;
import dev.nanokit.engine.resource.RecordedResource;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.ResourceJson;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.value.Resolver;
import dev.nanokit.engine.value.SealingKey;
import dev.nanokit.engine.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** One component's state and the world it works on: plans, and applies plans as the stages do. */
public final class Site {
    public static final Owner OWNER = new Owner("shop", "local", "api");
    public static final SealingKey KEY = new SealingKey("0123456789abcdef".getBytes(StandardCharsets.UTF_8));

    private final World world = new World();
    private final Map<ResourceKey, String> state = new TreeMap<>();
    private final List<Change> done = new ArrayList<>();
    private long serial;

    public World world() {
        return world;
    }

    public List<RecordedResource> recorded() {
        return state.values().stream().map(ResourceJson::read).toList();
    }

    public void record(RecordedResource resource) {
        state.put(resource.key(), ResourceJson.write(resource));
    }

    /** The changes that were done, in the order in which they were. */
    public List<Change> done() {
        return List.copyOf(done);
    }

    public PlanRequest request(List<Resource> desired) {
        return new PlanRequest(
                "plan-1",
                OWNER,
                "c0ffee",
                serial,
                desired,
                recorded(),
                List.of(),
                world.observe(),
                Set.of(),
                List.of(),
                KEY);
    }

    public Plan plan(List<Resource> desired) {
        return Planner.plan(request(desired));
    }

    /** Plans and applies to the end. */
    public Plan bringAbout(List<Resource> desired) {
        Plan plan = plan(desired);
        apply(plan, new Random(1), new Crash.Fuse(Crash.Fuse.NEVER));
        return plan;
    }

    /**
     * Applies the plan, the changes of a wave in any order.
     *
     * @throws Crash when the fuse has burnt down
     */
    public void apply(Plan plan, Random order, Crash.Fuse fuse) {
        if (!plan.isEmpty()) {
            serial++;
        }
        Map<ResourceKey, Value.Obj> outputs = liveOutputs();
        for (List<Change> wave : plan.waves()) {
            List<Change> shuffled = new ArrayList<>(wave);
            Collections.shuffle(shuffled, order);
            shuffled.forEach(change -> perform(change, outputs, fuse));
        }
    }

    private Map<ResourceKey, Value.Obj> liveOutputs() {
        Map<ResourceKey, Value.Obj> outputs = new TreeMap<>();
        recorded().forEach(recorded -> outputs.put(recorded.key(), recorded.outputs()));
        world.observe().forEach((key, observed) -> outputs.put(key, observed.outputs()));
        return outputs;
    }

    private void perform(Change change, Map<ResourceKey, Value.Obj> outputs, Crash.Fuse fuse) {
        fuse.step();
        if (change instanceof Change.Delete delete) {
            record(delete.resource().in(Phase.DELETING));
            fuse.step();
            world.delete(delete, OWNER);
            fuse.step();
            state.remove(delete.key());
        } else {
            Resource resource = change.desired().orElseThrow();
            Value.Obj spec = Resolver.resolve(resource.spec(), ref -> output(outputs, ref));
            RecordedResource begun = Records.begun(
                    change, resource, Resolver.seal(spec, KEY), OWNER.component(), "token-" + change.key(), serial);
            record(begun);
            fuse.step();
            Thing thing = world.make(change, OWNER, resource, spec);
            outputs.put(thing.key(), thing.outputs());
            fuse.step();
            record(Records.done(begun, resource, thing.id(), Resolver.seal(thing.outputs(), KEY)));
        }
        done.add(change);
    }

    private static Optional<Value> output(Map<ResourceKey, Value.Obj> outputs, Value.Ref ref) {
        return Optional.ofNullable(outputs.get(ref.resource()))
                .map(values -> values.get(ref.output()))
                .filter(value -> !(value instanceof Value.Null));
    }

    /** What is observed, for tests that change it. */
    public Map<ResourceKey, Observed> observed() {
        return world.observe();
    }
}
