package dev.nanokit.cli.view;

import dev.nanokit.cli.report.Blockade;
import dev.nanokit.cli.report.LockReport;
import dev.nanokit.state.lock.HeldLock;
import dev.nanokit.state.lock.Holder;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Locks and their holders. */
final class LockJson {
    private final JsonGenerator out;

    LockJson(JsonGenerator out) {
        this.out = out;
    }

    void write(String property, LockReport report) {
        out.writeStartObject();
        out.writeStringProperty("project", report.project());
        out.writeStringProperty("environment", report.environment());
        locks(property, report.locks());
        out.writeEndObject();
    }

    void locks(String property, List<HeldLock> locks) {
        out.writeArrayPropertyStart(property);
        for (HeldLock lock : locks) {
            out.writeStartObject();
            out.writeStringProperty("scope", lock.scope());
            out.writeBooleanProperty("exclusive", lock.exclusive());
            out.writeNumberProperty("token", lock.token());
            people("holders", lock.holders());
            people("waiting", lock.waiting());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    /** The property {@code blocked}: who stands in the way. */
    void blocked(Blockade blockade) {
        out.writeObjectPropertyStart("blocked");
        out.writeStringProperty("message", LockText.BEING_INITIALIZED);
        out.writeStringProperty("scope", blockade.by().scope());
        people("holders", blockade.by().holders());
        out.writeNumberProperty("remainingSeconds", blockade.by().remaining().toSeconds());
        out.writeNumberProperty("position", blockade.by().position());
        out.writeStringProperty("unlock", blockade.unlock());
        out.writeEndObject();
    }

    private void people(String property, List<Holder> people) {
        out.writeArrayPropertyStart(property);
        for (Holder holder : people) {
            out.writeStartObject();
            out.writeStringProperty("who", holder.who());
            out.writeStringProperty("what", holder.what());
            out.writeStringProperty("link", holder.link());
            out.writeStringProperty("since", holder.since().toString());
            out.writeEndObject();
        }
        out.writeEndArray();
    }
}
