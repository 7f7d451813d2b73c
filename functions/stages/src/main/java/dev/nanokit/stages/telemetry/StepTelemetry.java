package dev.nanokit.stages.telemetry;

import dev.nanokit.engine.value.JsonText;
import dev.nanokit.engine.value.Value;
import dev.nanokit.engine.value.ValueJson;
import dev.nanokit.stages.step.RetryableStepException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.core.JsonGenerator;

/**
 * Takes steps, and writes a line about each: which step of which run, how long it took, where it leads. A run's name
 * begins with that of its delivery, so one search finds all that a delivery has led to.
 *
 * <p>Metrics are in the same line, in <a
 * href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">CloudWatch's
 * embedded format</a>, under the namespace {@value #NAMESPACE} and the dimension {@code Stack}.
 */
public final class StepTelemetry {
    static final String NAMESPACE = "Nanokit";

    private static final int MOST_TEXT = 1000;

    private final PrintStream out;
    private final InstantSource clock;
    private final String stack;
    private final String function;

    /** @param function {@code state}, {@code provider-http} */
    public StepTelemetry(PrintStream out, InstantSource clock, String stack, String function) {
        this.out = out;
        this.clock = clock;
        this.stack = stack;
        this.function = function;
    }

    /**
     * Has the step taken.
     *
     * @throws RuntimeException what the step throws
     */
    public String observe(String request, UnaryOperator<String> step) {
        Value.Obj asked = object(request);
        Instant begin = clock.instant();
        try {
            String answer = step.apply(request);
            write(asked, begin, object(answer), Optional.empty());
            return answer;
        } catch (RuntimeException e) {
            write(asked, begin, Value.Obj.EMPTY, Optional.of(e));
            throw e;
        }
    }

    /**
     * The same, of a request that comes as a function gets it: as UTF-8, and answered so.
     *
     * @throws IOException when it can't be read or answered
     */
    public void serve(InputStream in, OutputStream answer, UnaryOperator<String> step) throws IOException {
        String request = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        answer.write(observe(request, step).getBytes(StandardCharsets.UTF_8));
    }

    /** Writes why the function was not made ready before its snapshot: it works, and is slower. */
    public void unprimed(Throwable why) {
        out.println(JsonText.compact(json -> {
            json.writeStartObject();
            json.writeStringProperty("time", clock.instant().toString());
            json.writeStringProperty("level", "WARN");
            json.writeStringProperty("event", "priming");
            json.writeStringProperty("function", function);
            json.writeStringProperty("error", why.getClass().getSimpleName());
            json.writeStringProperty("message", cut(String.valueOf(why.getMessage())));
            json.writeEndObject();
        }));
    }

    /** What is no object is for the step to refuse. */
    private static Value.Obj object(String json) {
        try {
            return ValueJson.readObject(json);
        } catch (IllegalArgumentException e) {
            return Value.Obj.EMPTY;
        }
    }

    private void write(Value.Obj asked, Instant begin, Value.Obj answer, Optional<RuntimeException> failure) {
        Instant now = clock.instant();
        String step = text(asked, "step");
        Map<Metric, Double> metrics =
                failure.map(StepTelemetry::failed).orElseGet(() -> StepMetrics.of(step, answer, now));
        out.println(JsonText.compact(json -> {
            json.writeStartObject();
            json.writeStringProperty("time", now.toString());
            json.writeStringProperty("level", failure.isPresent() ? "ERROR" : "INFO");
            json.writeStringProperty("event", "step");
            json.writeStringProperty("function", function);
            json.writeStringProperty("step", step);
            json.writeStringProperty("run", run(asked));
            json.writeNumberProperty("took_ms", Duration.between(begin, now).toMillis());
            json.writeStringProperty("next", text(answer, "next"));
            failure.ifPresent(e -> {
                json.writeStringProperty("error", e.getClass().getSimpleName());
                json.writeStringProperty("message", cut(String.valueOf(e.getMessage())));
            });
            writeMetrics(json, now, metrics);
            json.writeEndObject();
        }));
    }

    private static Map<Metric, Double> failed(RuntimeException e) {
        return Map.of(e instanceof RetryableStepException ? Metric.THROTTLES : Metric.FAILURES, 1.0);
    }

    private void writeMetrics(JsonGenerator json, Instant now, Map<Metric, Double> metrics) {
        if (metrics.isEmpty()) {
            return;
        }
        json.writeStringProperty("Stack", stack);
        metrics.forEach((metric, value) -> json.writeNumberProperty(metric.id(), value));
        json.writeObjectPropertyStart("_aws");
        json.writeNumberProperty("Timestamp", now.toEpochMilli());
        json.writeArrayPropertyStart("CloudWatchMetrics");
        json.writeStartObject();
        json.writeStringProperty("Namespace", NAMESPACE);
        json.writeArrayPropertyStart("Dimensions");
        json.writeStartArray();
        json.writeString("Stack");
        json.writeEndArray();
        json.writeEndArray();
        json.writeArrayPropertyStart("Metrics");
        metrics.keySet().forEach(metric -> {
            json.writeStartObject();
            json.writeStringProperty("Name", metric.id());
            json.writeStringProperty("Unit", metric.unit());
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Of the sweeper there is none; of what recovers, it is in the workflow's data; of the App's steps, it is the work. */
    private static String run(Value.Obj asked) {
        for (String inside : new String[] {"input", "data"}) {
            if (asked.get(inside) instanceof Value.Obj data
                    && !text(data, "run").isEmpty()) {
                return text(data, "run");
            }
        }
        String run = text(asked, "run");
        return run.isEmpty() ? text(asked, "work") : run;
    }

    private static String text(Value.Obj object, String field) {
        return object.get(field) instanceof Value.Text(String text) ? cut(text) : "";
    }

    private static String cut(String text) {
        return text.length() <= MOST_TEXT ? text : text.substring(0, MOST_TEXT) + "…";
    }
}
