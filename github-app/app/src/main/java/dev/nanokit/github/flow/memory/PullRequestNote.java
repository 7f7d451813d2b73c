package dev.nanokit.github.flow.memory;

import dev.nanokit.engine.value.Value;
import dev.nanokit.state.table.Fields;
import java.util.Map;
import java.util.UUID;

/**
 * What is remembered of a pull request.
 *
 * @param head the commit that was taken up last
 * @param base the branch against which that was
 * @param round names the planning of that commit, so that one that was cut short is gone on with
 * @param roundDone whether it has come to its end
 * @param approved of a fork: the commit that a maintainer has asked to plan; empty text for none
 */
public record PullRequestNote(
        String head, String base, boolean closed, boolean merged, String round, boolean roundDone, String approved) {
    public static PullRequestNote first(String head, String base) {
        return new PullRequestNote(head, base, false, false, newRound(), false, "");
    }

    /** The commit is to be planned: in a new round, unless one about the same is under way. */
    public PullRequestNote planning(String newHead, String newBase) {
        boolean same = head.equals(newHead) && base.equals(newBase) && !roundDone && !closed;
        return new PullRequestNote(newHead, newBase, false, false, same ? round : newRound(), false, approved);
    }

    public PullRequestNote planned(String endedRound) {
        return new PullRequestNote(head, base, closed, merged, round, roundDone || round.equals(endedRound), approved);
    }

    public PullRequestNote closed(boolean byMerge) {
        return new PullRequestNote(head, base, true, byMerge, round, roundDone, approved);
    }

    public PullRequestNote approving(String sha) {
        return new PullRequestNote(head, base, closed, merged, round, roundDone, sha);
    }

    private static String newRound() {
        return UUID.randomUUID().toString();
    }

    Value.Obj body() {
        return Value.obj(Map.of(
                "head", Value.text(head),
                "base", Value.text(base),
                "closed", Value.num(closed ? 1 : 0),
                "merged", Value.num(merged ? 1 : 0),
                "round", Value.text(round),
                "roundDone", Value.num(roundDone ? 1 : 0),
                "approved", Value.text(approved)));
    }

    static PullRequestNote of(Fields fields) {
        return new PullRequestNote(
                fields.text("head"),
                fields.text("base"),
                fields.number("closed") == 1,
                fields.number("merged") == 1,
                fields.text("round"),
                fields.number("roundDone") == 1,
                fields.text("approved"));
    }
}
