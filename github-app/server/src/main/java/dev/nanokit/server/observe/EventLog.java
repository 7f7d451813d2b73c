package dev.nanokit.server.observe;

import dev.nanokit.server.journal.Entry;
import dev.nanokit.webhook.Failures;
import dev.nanokit.webhook.Receipt;
import dev.nanokit.webhook.log.JsonLog;
import dev.nanokit.webhook.log.JsonLog.Level;
import dev.nanokit.webhook.log.ReceiptLog;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Logs what the server does. Of a delivery, its id, its event and what became of it; never what it says. */
public final class EventLog implements Observer {
    private final JsonLog log;
    private final ReceiptLog receipts;

    public EventLog(JsonLog log) {
        this.log = log;
        this.receipts = new ReceiptLog(log);
    }

    @Override
    public void answered(Receipt receipt) {
        receipts.answered(receipt);
    }

    @Override
    public void duplicate(String name) {
        log.write(Level.INFO, "duplicate", Map.of("work", name));
    }

    @Override
    public void queued(Entry entry, boolean fresh) {
        if (!fresh) {
            log.write(Level.INFO, "resumed", fields(entry));
        }
    }

    @Override
    public void finished(Entry entry, Duration took) {
        Map<String, Object> fields = fields(entry);
        fields.put("took_ms", took.toMillis());
        log.write(Level.INFO, "finished", fields);
    }

    @Override
    public void failed(Entry entry, Throwable cause, Duration pause) {
        Map<String, Object> fields = fields(entry);
        fields.put("again_in_ms", pause.toMillis());
        log.write(Level.WARN, "failed", why(fields, cause));
    }

    @Override
    public void parked(Entry entry, Throwable cause) {
        Map<String, Object> fields = fields(entry);
        fields.put("fix", "Deliver it again once the cause is gone: nkapp github redeliver, or the App's settings.");
        if (cause == null) {
            fields.put("cause", "the process died of it each time");
        }
        log.write(Level.ERROR, "parked", cause == null ? fields : why(fields, cause));
    }

    @Override
    public void interrupted(Entry entry) {
        log.write(Level.INFO, "interrupted", fields(entry));
    }

    @Override
    public void notNoted(Entry entry, Throwable cause) {
        log.write(Level.ERROR, "not_noted", why(fields(entry), cause));
    }

    private static Map<String, Object> fields(Entry entry) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("work", entry.name());
        fields.put("trigger", entry.trigger().getClass().getSimpleName());
        fields.put("attempt", entry.attempts());
        return fields;
    }

    private static Map<String, Object> why(Map<String, Object> fields, Throwable cause) {
        fields.put("cause", String.valueOf(cause.getMessage()));
        fields.put("at", Failures.place(cause));
        return fields;
    }
}
