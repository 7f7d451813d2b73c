package dev.nanokit.webhook;

import dev.nanokit.webhook.trigger.Trigger;

/**
 * Names the work that a delivery asks for. A comment is named by itself, since several webhooks may tell of it, under
 * several delivery ids, and its commands run once. All else is named by its delivery.
 */
final class WorkName {
    private WorkName() {}

    /** At most 80 letters, digits and hyphens: what Step Functions takes as the name of an execution. */
    static String of(String deliveryId, Trigger trigger) {
        return switch (trigger) {
            case Trigger.CommentCreated comment -> "comment-" + comment.commentId();
            default -> "delivery-" + deliveryId;
        };
    }
}
