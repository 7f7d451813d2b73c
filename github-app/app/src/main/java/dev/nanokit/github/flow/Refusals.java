package dev.nanokit.github.flow;

import dev.nanokit.github.policy.Decision.Refused;
import dev.nanokit.github.policy.Decision.Rule;
import dev.nanokit.github.report.CommitText;

/** Refusals that come of what has happened meanwhile. */
final class Refusals {
    private Refusals() {}

    static Refused moved(String head) {
        return new Refused(
                Rule.HEAD_MOVED,
                "A newer commit has been pushed meanwhile: `" + CommitText.shortened(head)
                        + "`. Look at that one, and ask again.");
    }

    static Refused overtaken() {
        return new Refused(
                Rule.HEAD_MOVED,
                "A newer commit was pushed while this one was being planned. That one is planned by itself.");
    }
}
