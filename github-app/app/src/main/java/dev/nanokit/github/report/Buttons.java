package dev.nanokit.github.report;

import dev.nanokit.github.api.CheckRun.Action;
import dev.nanokit.github.command.Command;
import java.util.Optional;
import java.util.stream.Stream;

/** The buttons of checks. At most three stand on one; each is a command. */
public final class Buttons {
    static final Action APPLY = new Action("Apply", "Do what this plan says", "apply");
    static final Action APPLY_AGAIN = new Action("Apply again", "Go on with what is left", "apply");
    static final Action REPLAN = new Action("Re-plan", "Plan again, as things are now", "replan");
    static final Action PLAN_FORK = new Action("Plan this commit", "I have looked at this commit", "replan");
    static final Action UNLOCK = new Action("Unlock", "Clear this environment's locks", "unlock");

    private Buttons() {}

    /**
     * The command that a button stands for; empty for an identifier that is none of ours.
     *
     * @param scope what the check is about
     */
    public static Optional<Command> command(String identifier, Command.Scope scope) {
        return switch (identifier) {
            case "apply" -> Optional.of(new Command.Apply(scope, false));
            case "replan" -> Optional.of(new Command.Plan(scope));
            case "unlock" -> Optional.of(new Command.Unlock(scope));
            default -> Optional.empty();
        };
    }

    /** What stands on the button. */
    static String label(String identifier) {
        return Stream.of(APPLY, REPLAN, UNLOCK)
                .filter(button -> button.identifier().equals(identifier))
                .map(Action::label)
                .findFirst()
                .orElse(identifier);
    }
}
