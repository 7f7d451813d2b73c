package dev.nanokit.github.flow;

import dev.nanokit.engine.plan.Plan;
import dev.nanokit.github.flow.memory.Approval;
import dev.nanokit.github.flow.memory.RunNote;
import java.util.Optional;

/**
 * Which plan an apply may carry out. What has no digest to compare is decided once the plan is made under the lock, since
 * before that another apply may come between.
 *
 * @param approval what was agreed to; empty when whatever the commit asks for is
 * @param ownToken of the component's lock, under which this same run began to change things before it was cut short; 0
 *     when it had not
 */
record Consent(Optional<Approval> approval, long ownToken) {
    static Consent of(Order order, RunNote note) {
        return new Consent(order.consent(), note.token());
    }

    /** The digest that the plan must have; empty when any will do. */
    Optional<String> digest() {
        return approval.flatMap(given -> given.digest().or(Approval.NONE::digest));
    }

    /**
     * Whether a plan of another digest is agreed to all the same: what could be shown only in part, and the rest of what
     * this run had begun. Not when anybody else has applied since.
     *
     * @param token of the component's lock, which was granted for this plan
     */
    boolean covers(Plan plan, long token) {
        boolean shownInPart = approval.filter(given -> given.digest().isEmpty())
                .filter(given -> given.serial() == plan.serial())
                .isPresent();
        return shownInPart || (ownToken != RunNote.NOT_BEGUN && token == ownToken + 1);
    }
}
