package dev.nanokit.state.lock;

import dev.nanokit.engine.value.Value;
import dev.nanokit.state.lock.LockRequest.InfraAccess;
import dev.nanokit.state.table.CorruptStateException;
import dev.nanokit.state.table.Fields;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** Who has a lock or waits for it, and on what terms, as it is kept. */
record Tenure(String requestId, InfraAccess access, Holder holder, Duration lease) {
    static Tenure of(LockRequest request) {
        return new Tenure(request.requestId(), request.access(), request.holder(), request.lease());
    }

    static Tenure read(Fields fields) {
        return new Tenure(
                fields.text("request"),
                access(fields),
                new Holder(fields.text("who"), fields.text("what"), fields.text("link"), fields.instant("since")),
                Duration.ofMillis(fields.number("lease")));
    }

    Value.Obj write() {
        return Value.obj(Map.of(
                "request", Value.text(requestId),
                "access", write(access),
                "who", Value.text(holder.who()),
                "what", Value.text(holder.what()),
                "link", Value.text(holder.link()),
                "since", Value.text(holder.since().toString()),
                "lease", Value.num(lease.toMillis())));
    }

    static Value write(InfraAccess access) {
        return Value.text(access.name().toLowerCase(Locale.ROOT));
    }

    static InfraAccess access(Fields fields) {
        return switch (fields.text("access")) {
            case "write" -> InfraAccess.WRITE;
            case "read" -> InfraAccess.READ;
            default ->
                throw new CorruptStateException(fields.item(), "its field 'access' is neither write nor read", null);
        };
    }
}
