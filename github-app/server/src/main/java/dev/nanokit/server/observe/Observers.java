package dev.nanokit.server.observe;

import dev.nanokit.server.journal.Entry;
import dev.nanokit.webhook.Receipt;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Several observers as one. */
public record Observers(List<Observer> each) implements Observer {
    public Observers {
        each = List.copyOf(each);
    }

    private void tell(Consumer<Observer> event) {
        each.forEach(event);
    }

    @Override
    public void answered(Receipt receipt) {
        tell(observer -> observer.answered(receipt));
    }

    @Override
    public void duplicate(String name) {
        tell(observer -> observer.duplicate(name));
    }

    @Override
    public void queued(Entry entry, boolean fresh) {
        tell(observer -> observer.queued(entry, fresh));
    }

    @Override
    public void finished(Entry entry, Duration took) {
        tell(observer -> observer.finished(entry, took));
    }

    @Override
    public void failed(Entry entry, Throwable cause, Duration pause) {
        tell(observer -> observer.failed(entry, cause, pause));
    }

    @Override
    public void parked(Entry entry, Throwable cause) {
        tell(observer -> observer.parked(entry, cause));
    }

    @Override
    public void interrupted(Entry entry) {
        tell(observer -> observer.interrupted(entry));
    }

    @Override
    public void notNoted(Entry entry, Throwable cause) {
        tell(observer -> observer.notNoted(entry, cause));
    }
}
