package dev.nanokit.state.lock;

import dev.nanokit.state.table.Table;
import java.util.function.BiConsumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;

/** Whatever runs do, in whatever order, and whichever die: the locks do what a simple sequential model does. */
abstract class LocksModelContract {
    private static final int PROCESSES = 3;

    abstract Table table();

    static void check(ActionChain<LockWorld> chain) {
        chain.withInvariant(LockWorld::check).run();
    }

    @Provide
    Arbitrary<ActionChain<LockWorld>> chains() {
        return ActionChain.startWith(() -> new LockWorld(table()))
                .withAction(10, byActor("acquires", LockWorld::acquire))
                .withAction(4, byActor("gives a heartbeat", LockWorld::heartbeat))
                .withAction(4, byActor("releases", LockWorld::release))
                .withAction(1, byActor("withdraws", LockWorld::withdraw))
                .withAction(1, byActor("dies", (world, who) -> world.die(who.actor())))
                .withAction(1, byActor("unlocks", (world, who) -> world.unlock(who.process())))
                .withAction(5, new TimePasses())
                .withMaxTransformations(40);
    }

    private record Who(int actor, int process) {
        @Override
        public String toString() {
            return "actor " + actor + " through process " + process;
        }
    }

    private interface ByActor {
        void accept(LockWorld world, int actor, int process);
    }

    private static Action<LockWorld> byActor(String what, ByActor action) {
        return byActor(what, (world, who) -> action.accept(world, who.actor(), who.process()));
    }

    private static Action<LockWorld> byActor(String what, BiConsumer<LockWorld, Who> action) {
        Arbitrary<Who> who = Combinators.combine(
                        Arbitraries.integers().between(0, LockWorld.ACTORS - 1),
                        Arbitraries.integers().between(0, PROCESSES - 1))
                .as(Who::new);
        return new Action.Independent<>() {
            @Override
            public Arbitrary<Transformer<LockWorld>> transformer() {
                return who.map(
                        chosen -> Transformer.mutate(chosen + " " + what, world -> action.accept(world, chosen)));
            }
        };
    }

    private static final class TimePasses implements Action.Independent<LockWorld> {
        @Override
        public Arbitrary<Transformer<LockWorld>> transformer() {
            return Arbitraries.of(1L, 249L, 250L, 499L, 999L, 1_000L, 1_001L)
                    .map(millis -> Transformer.mutate(millis + " ms pass", world -> world.pass(millis)));
        }
    }
}
