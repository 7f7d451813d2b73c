package dev.nanokit.github.drift;

import dev.nanokit.engine.value.Value;
import dev.nanokit.state.table.Fields;
import java.util.Map;

/**
 * What is remembered of an issue.
 *
 * @param open whether it tells of drift that is there; GitHub's issue may have been closed by somebody all the same
 * @param shown digest of its text
 * @param times how often it was opened
 */
record IssueNote(int number, boolean open, String shown, int times) {
    boolean shows(String digest) {
        return open && shown.equals(digest);
    }

    IssueNote showing(int issue, String digest) {
        return new IssueNote(issue, true, digest, open ? times : times + 1);
    }

    IssueNote closed() {
        return new IssueNote(number, false, shown, times);
    }

    Value.Obj body() {
        return Value.obj(Map.of(
                "number", Value.num(number),
                "open", Value.num(open ? 1 : 0),
                "shown", Value.text(shown),
                "times", Value.num(times)));
    }

    static IssueNote of(Fields fields) {
        return new IssueNote(
                Math.toIntExact(fields.number("number")),
                fields.number("open") == 1,
                fields.text("shown"),
                Math.toIntExact(fields.number("times")));
    }
}
