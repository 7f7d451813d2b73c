package dev.nanokit.github.api;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What GitHub sent to the App's webhook, or tried to. GitHub remembers some days of it. */
public interface AppDeliveries {
    /** Every attempt since the time, newest first. */
    List<Attempt> since(Instant time);

    /** Asks GitHub to send it again; it does so within the minute. */
    void redeliver(long attempt);

    /** Of each delivery since the time that no attempt has brought home, the newest attempt; oldest first. */
    default List<Attempt> failedSince(Instant time) {
        Map<String, Attempt> newest = new LinkedHashMap<>();
        for (Attempt attempt : since(time)) {
            newest.merge(attempt.guid(), attempt, (newer, older) -> older.arrived() ? older : newer);
        }
        return newest.values().stream()
                .filter(attempt -> !attempt.arrived())
                .toList()
                .reversed();
    }

    /**
     * One attempt to deliver.
     *
     * @param guid {@code X-GitHub-Delivery}, the same for each attempt at the same delivery
     * @param statusCode what the webhook answered; 0 when GitHub had no answer
     * @param status GitHub's word for how it went
     */
    record Attempt(
            long id,
            String guid,
            Instant deliveredAt,
            boolean redelivery,
            String event,
            Optional<String> action,
            int statusCode,
            String status) {
        public boolean arrived() {
            return statusCode >= 200 && statusCode < 300;
        }
    }
}
