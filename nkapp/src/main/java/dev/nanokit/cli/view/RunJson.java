package dev.nanokit.cli.view;

import dev.nanokit.cli.report.RunReport;
import dev.nanokit.engine.plan.Change;
import dev.nanokit.engine.plan.Plan;
import dev.nanokit.stages.ApplyResult;
import java.time.Duration;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** {@code nkapp up --json} and {@code nkapp destroy --json}: how the run ended, and what became of each change. */
final class RunJson {
    private final JsonGenerator out;

    RunJson(JsonGenerator out) {
        this.out = out;
    }

    void write(RunReport report) {
        RunReport.Target target = report.target();
        out.writeStartObject();
        out.writeStringProperty("command", target.kind().word());
        out.writeStringProperty("project", target.project());
        out.writeStringProperty("environment", target.environment());
        out.writeStringProperty("component", target.component());
        out.writeStringProperty("result", result(report.ending()));
        ending(report);
        out.writeArrayPropertyStart("urls");
        for (RunReport.PublishedUrl url : report.urls()) {
            out.writeStartObject();
            out.writeStringProperty("service", url.service());
            out.writeStringProperty("url", url.url());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static String result(ApplyResult ending) {
        return switch (ending) {
            case ApplyResult.Applied ignored -> "applied";
            case ApplyResult.Blocked ignored -> "blocked";
            case ApplyResult.NotReady ignored -> "not-ready";
            case ApplyResult.Stale ignored -> "stale";
            case ApplyResult.Guarded ignored -> "guarded";
            case ApplyResult.Incomplete incomplete ->
                switch (incomplete.cause()) {
                    case FAILED -> "failed";
                    case CANCELLED -> "cancelled";
                    case LOCK_LOST -> "lock-lost";
                };
        };
    }

    private void ending(RunReport report) {
        switch (report.ending()) {
            case ApplyResult.Applied applied -> {
                plan(applied.plan());
                out.writeNumberProperty("tookMillis", applied.took().toMillis());
                out.writeArrayPropertyStart("changes");
                applied.plan().changes().forEach(change -> change(change, "done", report));
                out.writeEndArray();
            }
            case ApplyResult.Blocked ignored -> report.blockade().ifPresent(new LockJson(out)::blocked);
            case ApplyResult.NotReady notReady -> {
                plan(notReady.plan());
                out.writeStringProperty("message", LockText.BEING_INITIALIZED);
                out.writeStringProperty("why", notReady.why());
            }
            case ApplyResult.Stale stale -> plan(stale.plan());
            case ApplyResult.Guarded guarded -> {
                plan(guarded.plan());
                guards(guarded);
            }
            case ApplyResult.Incomplete incomplete -> {
                plan(incomplete.plan());
                out.writeStringProperty("again", report.again());
                incomplete(incomplete, report);
            }
        }
    }

    private void plan(Plan plan) {
        out.writeStringProperty("plan", plan.id());
        out.writeNumberProperty("serial", plan.serial());
        out.writeStringProperty("digest", plan.digest());
    }

    private void guards(ApplyResult.Guarded guarded) {
        out.writeArrayPropertyStart("guards");
        guarded.guards().forEach(guard -> {
            out.writeStartObject();
            out.writeStringProperty("type", guard.resource().type());
            out.writeStringProperty("name", guard.resource().name());
            out.writeStringProperty("action", guard.action().word());
            out.writeStringProperty("what", guard.what());
            out.writeEndObject();
        });
        out.writeEndArray();
    }

    private void incomplete(ApplyResult.Incomplete run, RunReport report) {
        out.writeArrayPropertyStart("changes");
        run.done().forEach(change -> change(change, "done", report));
        for (ApplyResult.Failure failed : run.failed()) {
            out.writeStartObject();
            head(failed.change(), "failed", report);
            out.writeStringProperty("message", failed.message());
            out.writeStringProperty("fix", failed.fix());
            out.writeEndObject();
        }
        List<Change> left = run.left();
        left.forEach(change -> change(change, "not-begun", report));
        out.writeEndArray();
    }

    private void change(Change change, String status, RunReport report) {
        out.writeStartObject();
        head(change, status, report);
        out.writeEndObject();
    }

    private void head(Change change, String status, RunReport report) {
        out.writeStringProperty("action", change.action().word());
        out.writeStringProperty("type", change.key().type());
        out.writeStringProperty("name", change.key().name());
        out.writeStringProperty("status", status);
        Duration took = report.took().get(change.key());
        if (took != null) {
            out.writeNumberProperty("tookMillis", took.toMillis());
        }
    }
}
