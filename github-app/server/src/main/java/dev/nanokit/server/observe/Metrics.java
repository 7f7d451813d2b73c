package dev.nanokit.server.observe;

import dev.nanokit.server.journal.Entry;
import dev.nanokit.webhook.Receipt;
import dev.nanokit.webhook.trigger.Trigger;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.IntSupplier;

/**
 * Counts, in Prometheus's form. No label takes its values from a request that nobody signed, so nobody can make them grow
 * without end.
 */
public final class Metrics implements Observer {
    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();

    private final Counter requests = Counter.builder()
            .name("nanokit_webhook_requests_total")
            .help("Webhook requests that were answered, by what became of them.")
            .labelNames("outcome")
            .register(registry);
    private final Counter duplicates = Counter.builder()
            .name("nanokit_deliveries_duplicate_total")
            .help("Deliveries that had been taken before.")
            .register(registry);
    private final Counter attempts = Counter.builder()
            .name("nanokit_work_attempts_total")
            .help("Attempts at what deliveries ask for, by how they ended.")
            .labelNames("trigger", "result")
            .register(registry);
    private final Counter looks = Counter.builder()
            .name("nanokit_drift_looks_total")
            .help("Looks whether a component is as it was applied, by what they have shown.")
            .labelNames("verdict")
            .register(registry);
    private final Histogram duration = Histogram.builder()
            .name("nanokit_work_seconds")
            .help("How long it took to do what a delivery asks for.")
            .labelNames("trigger")
            .classicOnly()
            .classicUpperBounds(0.1, 0.5, 1, 2, 5, 10, 30, 60, 300, 900)
            .register(registry);

    /**
     * @param backlog how many deliveries are written down and not done
     * @param parked how many were set aside
     */
    public Metrics(IntSupplier backlog, IntSupplier parked) {
        for (Receipt.Outcome outcome : Receipt.Outcome.values()) {
            requests.initLabelValues(lower(outcome));
        }
        gauge("nanokit_deliveries_waiting", "Deliveries that are written down and not done.", backlog);
        gauge("nanokit_deliveries_parked", "Deliveries that were set aside since they failed again and again.", parked);
    }

    private void gauge(String name, String help, IntSupplier value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(callback -> callback.call(value.getAsInt()))
                .register(registry);
    }

    /** @param verdict one of a few words */
    public void looked(String verdict) {
        looks.labelValues(verdict).inc();
    }

    /** Writes all of them, as version 0.0.4 of the text format has it. */
    public void writeTo(OutputStream out) throws IOException {
        writer.write(out, registry.scrape());
    }

    /** The media type of what {@link #writeTo} writes. */
    public String contentType() {
        return writer.getContentType();
    }

    @Override
    public void answered(Receipt receipt) {
        requests.labelValues(lower(receipt.outcome())).inc();
    }

    @Override
    public void duplicate(String name) {
        duplicates.inc();
    }

    @Override
    public void queued(Entry entry, boolean fresh) {
        // The gauge shows it.
    }

    @Override
    public void finished(Entry entry, Duration took) {
        attempts.labelValues(kind(entry.trigger()), "finished").inc();
        duration.labelValues(kind(entry.trigger())).observe(took.toNanos() / 1e9);
    }

    @Override
    public void failed(Entry entry, Throwable cause, Duration pause) {
        attempts.labelValues(kind(entry.trigger()), "failed").inc();
    }

    @Override
    public void parked(Entry entry, Throwable cause) {
        attempts.labelValues(kind(entry.trigger()), "parked").inc();
    }

    @Override
    public void interrupted(Entry entry) {
        attempts.labelValues(kind(entry.trigger()), "interrupted").inc();
    }

    @Override
    public void notNoted(Entry entry, Throwable cause) {
        attempts.labelValues(kind(entry.trigger()), "not_noted").inc();
    }

    private static String kind(Trigger trigger) {
        return trigger.getClass().getSimpleName();
    }

    private static String lower(Receipt.Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}
