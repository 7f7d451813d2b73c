package dev.nanokit.github.standin.web;

import dev.nanokit.github.standin.contract.Conformance;
import dev.nanokit.github.standin.contract.Contract;
import dev.nanokit.github.standin.contract.Operation;
import dev.nanokit.github.standin.web.Access.RefusedException;
import dev.nanokit.github.standin.web.Faults.Fault;
import dev.nanokit.github.standin.world.Hub;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers requests: who asks, is it as described, do it, is the answer as described. */
final class Service {
    private static final JsonMapper JSON = new JsonMapper();

    private final Contract contract = new Contract();
    private final Conformance conformance = new Conformance(contract);
    private final Hub hub;
    private final Access access;
    private final Operations operations;
    private final Controls controls;

    /** What a test looks at and sets. */
    record Controls(Traffic traffic, Faults faults, Quota quota) {}

    Service(Hub hub, Access access, Operations operations, Controls controls) {
        this.hub = hub;
        this.access = access;
        this.operations = operations;
        this.controls = controls;
    }

    Optional<Fault> fault(Incoming incoming) {
        return contract.find(incoming.method(), incoming.path())
                .flatMap(match -> controls.faults().take(match.operation().id()));
    }

    void dropped(Incoming incoming) {
        contract.find(incoming.method(), incoming.path()).ifPresent(match -> saw(match.operation(), incoming, 0));
    }

    Outgoing answer(Incoming incoming, Optional<Fault> fault) {
        Optional<Contract.Match> match = contract.find(incoming.method(), incoming.path());
        if (match.isEmpty()) {
            controls.traffic().violation(incoming.method() + " " + incoming.path() + " is not served");
            return outgoing(Reply.missing(), null);
        }
        Operation operation = match.get().operation();
        Outgoing outgoing = fault.orElse(null) instanceof Fault.Answered planned
                ? outgoing(Reply.refused(planned.status(), planned.message()), null)
                        .with(planned.headers())
                : conditional(incoming, limited(incoming, match.get()));
        saw(operation, incoming, outgoing.status());
        return outgoing;
    }

    private void saw(Operation operation, Incoming incoming, int status) {
        controls.traffic().add(new Traffic.Seen(operation.id(), incoming.method(), incoming.path(), status));
    }

    private Outgoing limited(Incoming incoming, Contract.Match match) {
        try {
            Caller caller;
            synchronized (hub) {
                caller = access.caller(incoming.authorization());
            }
            boolean counted = caller instanceof Caller.Token;
            if (counted && !controls.quota().take(incoming.ifNoneMatch().isEmpty())) {
                return outgoing(Reply.refused(403, "API rate limit exceeded"), null)
                        .with(controls.quota().headers());
            }
            Outgoing outgoing = perform(incoming, match, caller);
            return counted ? outgoing.with(controls.quota().headers()) : outgoing;
        } catch (RefusedException e) {
            return outgoing(e.reply(), null);
        }
    }

    private Outgoing perform(Incoming incoming, Contract.Match match, Caller caller) throws RefusedException {
        JsonNode body;
        try {
            body = incoming.body().isEmpty() ? null : JSON.readTree(incoming.body());
        } catch (JacksonException e) {
            return outgoing(Reply.refused(400, "Problems parsing JSON"), null);
        }
        Ask ask = new Ask(match, incoming.query(), body, caller);
        access.check(ask);
        List<String> faults = conformance.ofRequest(match, incoming.query(), body);
        if (!faults.isEmpty()) {
            return violated(422, match, faults);
        }
        Reply reply;
        synchronized (hub) {
            reply = operations.handler(match.operation().id()).handle(ask);
        }
        return checked(match, reply);
    }

    private Outgoing checked(Contract.Match match, Reply reply) {
        JsonNode filled = reply.body() == null
                ? null
                : contract.filled(match.operation(), reply.status(), JSON.valueToTree(reply.body()));
        List<String> faults = conformance.ofAnswer(match.operation(), reply.status(), filled);
        return faults.isEmpty() ? outgoing(reply, filled) : violated(500, match, faults);
    }

    private Outgoing violated(int status, Contract.Match match, List<String> faults) {
        String what = match.operation().id() + ": " + String.join("; ", faults);
        controls.traffic().violation((status < 500 ? "request of " : "answer of ") + what);
        return outgoing(Reply.refused(status, "Not as GitHub describes it: " + what), null);
    }

    private static Outgoing outgoing(Reply reply, JsonNode filled) {
        Outgoing outgoing = new Outgoing(reply.status(), reply.headers(), text(reply, filled));
        return outgoing.with(Map.of("Content-Type", "application/json; charset=utf-8"));
    }

    private static String text(Reply reply, JsonNode filled) {
        if (filled != null) {
            return filled.toString();
        }
        return reply.body() == null ? "" : JSON.writeValueAsString(reply.body());
    }

    /** What is the same as last time isn't sent again. */
    private static Outgoing conditional(Incoming incoming, Outgoing outgoing) {
        if (!incoming.method().equals("GET") || outgoing.status() != 200) {
            return outgoing;
        }
        CRC32 sum = new CRC32();
        sum.update(outgoing.body().getBytes(StandardCharsets.UTF_8));
        String tag = "W/\"" + HexFormat.of().toHexDigits(sum.getValue()) + "\"";
        Outgoing tagged = outgoing.with(Map.of("ETag", tag));
        return incoming.ifNoneMatch().filter(tag::equals).isPresent()
                ? new Outgoing(304, tagged.headers(), "")
                : tagged;
    }
}
