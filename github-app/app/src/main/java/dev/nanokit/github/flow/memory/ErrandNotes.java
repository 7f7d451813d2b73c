package dev.nanokit.github.flow.memory;

import dev.nanokit.engine.value.Value;
import dev.nanokit.github.report.Answer;
import dev.nanokit.state.table.Fields;
import dev.nanokit.state.table.ItemKey;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What was answered to a comment or a button, command by command, so that none is carried out or answered twice. */
public final class ErrandNotes {
    private static final String ANSWER = "ANSWER";

    private final Notes notes;

    /**
     * @param nonce names the answer among an errand's repetitions
     * @param said whether GitHub has the answer for certain
     */
    public record Reply(String nonce, boolean said) {}

    public ErrandNotes(Notes notes) {
        this.notes = notes;
    }

    public Optional<Answer> answer(String errand, int command) {
        return notes.read(key(errand, "COMMAND#%03d".formatted(command)))
                .map(fields -> new Answer(fields.number("ok") == 1, fields.text("markdown")));
    }

    /** Keeps the first answer. */
    public Answer keep(String errand, int command, Answer answer) {
        Value.Obj kept = notes.write(
                key(errand, "COMMAND#%03d".formatted(command)),
                before -> before.map(Fields::object)
                        .orElseGet(() -> Value.obj(Map.of(
                                "ok", Value.num(answer.ok() ? 1 : 0), "markdown", Value.text(answer.markdown())))));
        return new Answer(kept.get("ok").equals(Value.num(1)), kept.text("markdown"));
    }

    /** Empty where nothing has been said or tried to be said yet. */
    public Optional<Reply> reply(String errand) {
        return notes.read(key(errand, ANSWER))
                .map(fields -> new Reply(fields.text("nonce"), fields.number("said") == 1));
    }

    public Reply beginReply(String errand) {
        Reply reply = new Reply(UUID.randomUUID().toString(), false);
        keep(errand, reply);
        return reply;
    }

    public void said(String errand, Reply reply) {
        keep(errand, new Reply(reply.nonce(), true));
    }

    /** What was asked for may be asked for again. */
    public void forget(String errand) {
        notes.forget(key(errand, "COMMAND#000"));
        notes.forget(key(errand, ANSWER));
    }

    private void keep(String errand, Reply reply) {
        notes.write(
                key(errand, ANSWER),
                before ->
                        Value.obj(Map.of("nonce", Value.text(reply.nonce()), "said", Value.num(reply.said() ? 1 : 0))));
    }

    private static ItemKey key(String errand, String what) {
        return new ItemKey("ERRAND#" + errand, what);
    }
}
