package dev.nanokit.priming;

import java.util.List;
import java.util.function.Consumer;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * What a function does before Lambda takes its snapshot, so that the first request after a restore finds all of its code
 * loaded and run once. Rehearsals write nothing and read no secret: the snapshot is to hold none.
 */
public final class Priming implements Resource {
    private final List<Rehearsal> rehearsals;
    private final Runnable afterRestore;
    private final Consumer<Throwable> complaints;

    /** Does once what requests ask for, without a trace. */
    @FunctionalInterface
    public interface Rehearsal {
        void perform() throws Exception;
    }

    /**
     * @param afterRestore forgets what a snapshot, which may be weeks old, must not be believed
     * @param complaints told why a rehearsal failed
     */
    public Priming(List<Rehearsal> rehearsals, Runnable afterRestore, Consumer<Throwable> complaints) {
        this.rehearsals = List.copyOf(rehearsals);
        this.afterRestore = afterRestore;
        this.complaints = complaints;
    }

    /** Lambda asks whoever is registered before it takes a snapshot; the context holds its resources weakly. */
    public void register() {
        Core.getGlobalContext().register(this);
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        rehearsals.forEach(this::attempt);
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        afterRestore.run();
    }

    /** A function that could not be primed is a slower one, and no reason not to deploy it. */
    private void attempt(Rehearsal rehearsal) {
        try {
            rehearsal.perform();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception | LinkageError e) {
            complaints.accept(e);
        }
    }
}
