package dev.nanokit.github.flow.journal;

import dev.nanokit.engine.value.Value;
import dev.nanokit.state.table.Fields;
import dev.nanokit.webhook.trigger.Actor;
import dev.nanokit.webhook.trigger.PullRequestRef;
import java.util.Map;

/** A pull request as an item keeps it. */
final class PullRequestText {
    private PullRequestText() {}

    static Value.Obj write(PullRequestRef pullRequest) {
        return Value.obj(Map.of(
                "number", Value.num(pullRequest.number()),
                "headSha", Value.text(pullRequest.headSha()),
                "headBranch", Value.text(pullRequest.headBranch()),
                "baseBranch", Value.text(pullRequest.baseBranch()),
                "fork", Flag.write(pullRequest.fork()),
                "draft", Flag.write(pullRequest.draft()),
                "author", Value.text(pullRequest.author().login()),
                "bot", Flag.write(pullRequest.author().bot())));
    }

    static PullRequestRef read(Fields fields) {
        return new PullRequestRef(
                Math.toIntExact(fields.number("number")),
                fields.text("headSha"),
                fields.text("headBranch"),
                fields.text("baseBranch"),
                Flag.read(fields, "fork"),
                Flag.read(fields, "draft"),
                new Actor(fields.text("author"), Flag.read(fields, "bot")));
    }
}
