package dev.nanokit.server.work;

import dev.nanokit.server.journal.Entry;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;

/** What a listener heard, as text, to be waited for. */
final class Events implements WorkListener {
    private final LinkedBlockingQueue<String> events = new LinkedBlockingQueue<>();

    String next() throws InterruptedException {
        return events.take();
    }

    boolean isEmpty() {
        return events.isEmpty();
    }

    @Override
    public void duplicate(String name) {
        events.add("duplicate " + name);
    }

    @Override
    public void queued(Entry entry, boolean fresh) {
        if (!fresh) {
            events.add("resumed " + entry.name());
        }
    }

    @Override
    public void finished(Entry entry, Duration took) {
        events.add("finished " + entry.name() + " at attempt " + entry.attempts());
    }

    @Override
    public void failed(Entry entry, Throwable cause, Duration pause) {
        events.add("failed " + entry.name() + ": " + cause.getMessage() + ", again in " + pause);
    }

    @Override
    public void parked(Entry entry, Throwable cause) {
        events.add("parked " + entry.name() + " after " + entry.attempts()
                + (cause == null ? " deaths" : ": " + cause.getMessage()));
    }

    @Override
    public void interrupted(Entry entry) {
        events.add("interrupted " + entry.name());
    }

    @Override
    public void notNoted(Entry entry, Throwable cause) {
        events.add("not noted " + entry.name());
    }
}
