package dev.nanokit.github.flow.world;

import dev.nanokit.engine.plan.Plan;
import dev.nanokit.github.flow.StageRuns;
import dev.nanokit.stages.ApplyInput;
import dev.nanokit.stages.ApplyResult;
import dev.nanokit.stages.PlanInput;
import dev.nanokit.stages.RunEvent;
import dev.nanokit.stages.Workflows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Runs that go on elsewhere: asked for by one process, carried out when the town says so. */
final class TownRuns implements StageRuns {
    private final Map<String, Run> runs = new ConcurrentHashMap<>();
    private final Path folder;
    private final AtomicInteger copies = new AtomicInteger();

    TownRuns(Path folder) {
        this.folder = folder;
    }

    /** What is asked for, and what has become of it. */
    private static final class Run {
        private final Function<Run, Callable<Object>> work;
        private final List<RunEvent> events = new CopyOnWriteArrayList<>();
        private volatile boolean cancelled;
        private volatile Object result;
        private volatile RuntimeException failure;

        private Run(Function<Run, Callable<Object>> work) {
            this.work = work;
        }

        private Optional<Object> result() {
            if (failure != null) {
                throw failure;
            }
            return Optional.ofNullable(result);
        }
    }

    private volatile Workflows workflows;
    private volatile Consumer<RunEvent> watcher = event -> {};

    void through(Workflows those) {
        workflows = those;
    }

    /** Carries the run out, to its end. */
    void carryOut(String name, Consumer<RunEvent> watch) throws Exception {
        Run run = runs.get(name);
        if (run.result != null || run.failure != null) {
            return;
        }
        watcher = watch;
        try {
            run.result = run.work.apply(run).call();
        } catch (RuntimeException e) {
            run.failure = e;
        }
    }

    @Override
    public boolean isAsked(String run) {
        return runs.containsKey(run);
    }

    @Override
    public void ask(String name, PlanInput input) {
        PlanInput kept = kept(input);
        runs.putIfAbsent(name, new Run(run -> () -> workflows.plan(kept)));
    }

    @Override
    public void ask(String name, ApplyInput input) {
        ApplyInput kept = new ApplyInput(
                kept(input.plan()),
                input.approvedDigest(),
                input.force(),
                input.holder(),
                input.lockWait(),
                input.lease());
        runs.putIfAbsent(
                name,
                new Run(run -> () -> workflows.apply(
                        kept,
                        event -> {
                            run.events.add(event);
                            watcher.accept(event);
                        },
                        () -> run.cancelled)));
    }

    /** What lies in the folder is gone when the step is over. */
    private PlanInput kept(PlanInput input) {
        Path copy = folder.resolve("sources-" + copies.incrementAndGet());
        if (Files.isDirectory(input.baseFolder())) {
            copy(input.baseFolder(), copy);
        }
        return new PlanInput(
                input.id(),
                input.environment(),
                input.repository(),
                input.commit(),
                input.targets(),
                input.destroy(),
                copy,
                input.variables());
    }

    private static void copy(Path folder, Path copy) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path from : all.toList()) {
                Path to = copy.resolve(folder.relativize(from));
                if (Files.isDirectory(from)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(from, to);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Plan> plan(String run) {
        return runs.get(run).result().map(Plan.class::cast);
    }

    @Override
    public Optional<ApplyResult> result(String run) {
        return runs.get(run).result().map(ApplyResult.class::cast);
    }

    @Override
    public List<RunEvent> events(String run) {
        return List.copyOf(runs.get(run).events);
    }

    @Override
    public void cancel(String run) {
        runs.get(run).cancelled = true;
    }

    boolean isCancelled(String run) {
        return runs.get(run).cancelled;
    }

    @Override
    public void ended(String run) {}
}
