package dev.nanokit.stages;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Keeps the events of a run, for a test to look at. */
public final class RecordedEvents implements Consumer<RunEvent> {
    private final List<RunEvent> events = new CopyOnWriteArrayList<>();

    @Override
    public void accept(RunEvent event) {
        events.add(event);
    }

    public <T extends RunEvent> List<T> of(Class<T> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
