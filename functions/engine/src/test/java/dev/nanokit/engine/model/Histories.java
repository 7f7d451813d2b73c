package dev.nanokit.engine.model;

import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.source.InvalidConfigException;
import dev.nanokit.engine.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random pasts: what was applied, what was changed by hand in between, and where runs died. */
public final class Histories {
    private Histories() {}

    /**
     * One run, and what happens after it.
     *
     * @param seed of the order of changes inside a wave
     * @param dies after how many steps the run dies
     */
    public record Chapter(List<Resource> desired, long seed, int dies, List<Meddling> meddling) {}

    /** Somebody does something by hand to the n-th thing there is. */
    public record Meddling(int nth, Kind kind) {
        /** What is done. */
        public enum Kind {
            REMOVE,
            CHANGE_IMAGE,
            CHANGE_FIXED_FIELD,
            DROP_ENV,
            ADD_ENV
        }

        void with(World world) {
            List<Thing> things = new ArrayList<>(world.things());
            if (things.isEmpty()) {
                return;
            }
            Thing thing = things.get(nth % things.size());
            switch (kind) {
                case REMOVE -> world.remove(thing.key());
                case CHANGE_IMAGE -> world.change(thing.withSpec(thing.spec().with("image", Value.text("by-hand"))));
                case CHANGE_FIXED_FIELD ->
                    world.change(thing.withSpec(thing.spec().with("range", Value.num(99))));
                case DROP_ENV -> world.change(thing.withSpec(thing.spec().with("env", Value.Obj.EMPTY)));
                case ADD_ENV ->
                    world.change(thing.withSpec(thing.spec()
                            .with("env", Value.Obj.EMPTY.with("BY_HAND", Value.text(DesiredSets.SECRET_MARK)))));
            }
        }
    }

    /** @param claims see {@link DesiredSets#any} */
    public static Arbitrary<List<Chapter>> any(boolean claims) {
        return chapters(claims).list().ofMinSize(1).ofMaxSize(4);
    }

    private static Arbitrary<Chapter> chapters(boolean claims) {
        Arbitrary<Meddling> meddling = Combinators.combine(
                        Arbitraries.integers().between(0, 6), Arbitraries.of(Meddling.Kind.values()))
                .as(Meddling::new);
        return Combinators.combine(
                        DesiredSets.any(claims),
                        Arbitraries.longs(),
                        Arbitraries.frequencyOf(
                                Tuple.of(1, Arbitraries.just(Crash.Fuse.NEVER)),
                                Tuple.of(2, Arbitraries.integers().between(0, 20))),
                        meddling.list().ofMaxSize(2))
                .as(Chapter::new);
    }

    /** A site that has lived through this. */
    public static Site live(List<Chapter> chapters) {
        Site site = new Site();
        chapters.forEach(chapter -> live(site, chapter));
        return site;
    }

    private static void live(Site site, Chapter chapter) {
        try {
            site.apply(site.plan(chapter.desired()), new Random(chapter.seed()), new Crash.Fuse(chapter.dies()));
        } catch (Crash | InvalidConfigException ignored) {
            // the next chapter takes it up from here
        }
        chapter.meddling().forEach(meddling -> meddling.with(site.world()));
    }
}
