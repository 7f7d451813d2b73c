package dev.nanokit.server;

import dev.nanokit.webhook.trigger.Actor;
import dev.nanokit.webhook.trigger.RepositoryRef;
import dev.nanokit.webhook.trigger.Trigger;

/** Triggers to work with. */
public final class Triggers {
    public static final RepositoryRef SHOP = new RepositoryRef(7, 42, "acme/shop", "main");

    private static final Actor OCTOCAT = new Actor("octocat", false);

    private Triggers() {}

    /** A comment on a pull request. */
    public static Trigger comment(int pullRequest, long id) {
        return new Trigger.CommentCreated(SHOP, pullRequest, id, "/nanokit plan", OCTOCAT);
    }

    public static Trigger push(String branch) {
        return new Trigger.BranchPushed(SHOP, branch, "ab".repeat(20), OCTOCAT);
    }
}
