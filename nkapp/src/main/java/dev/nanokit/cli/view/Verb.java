package dev.nanokit.cli.view;

import dev.nanokit.engine.plan.Action;
import dev.nanokit.engine.plan.Change;

/** How an action reads while it goes on, and once it is done. */
record Verb(String doing, String done) {
    static Verb of(Action action) {
        return switch (action) {
            case CREATE -> new Verb("creating", "created");
            case UPDATE -> new Verb("updating", "updated");
            case REPLACE -> new Verb("replacing", "replaced");
            case DELETE -> new Verb("deleting", "deleted");
            case ADOPT -> new Verb("adopting", "adopted");
            case NO_OP -> new Verb("leaving as it is", "unchanged");
        };
    }

    static Verb of(Change change) {
        return of(change.action());
    }
}
