package dev.nanokit.github.command;

import java.util.Optional;

/** Commands as people would write them, for reports and examples. */
public final class CommandText {
    /** The word with which every command begins. */
    public static final String NAME = "/nanokit";

    private CommandText() {}

    /** {@code /nanokit apply -e production --force}; of a command that was not understood, the name alone. */
    public static String of(Command command) {
        return switch (command) {
            case Command.Plan(Command.Scope scope) -> scoped(Verb.PLAN, scope);
            case Command.Apply(Command.Scope scope, boolean force) -> scoped(Verb.APPLY, scope) + forced(force);
            case Command.Destroy(Command.Scope scope, boolean force) -> scoped(Verb.DESTROY, scope) + forced(force);
            case Command.Unlock(Command.Scope scope) -> scoped(Verb.UNLOCK, scope);
            case Command.Status(Command.Scope scope) -> scoped(Verb.STATUS, scope);
            case Command.Help ignored -> NAME + " " + Verb.HELP.word();
            case Command.Wrong ignored -> NAME;
        };
    }

    /** What the command is limited to; everything where it can't be limited. */
    public static Command.Scope scope(Command command) {
        return switch (command) {
            case Command.Plan(Command.Scope scope) -> scope;
            case Command.Apply(Command.Scope scope, boolean ignored) -> scope;
            case Command.Destroy(Command.Scope scope, boolean ignored) -> scope;
            case Command.Unlock(Command.Scope scope) -> scope;
            case Command.Status(Command.Scope scope) -> scope;
            case Command.Help ignored -> Command.Scope.ALL;
            case Command.Wrong ignored -> Command.Scope.ALL;
        };
    }

    private static String scoped(Verb verb, Command.Scope scope) {
        return NAME + " " + verb.word() + option(" -e ", scope.environment())
                + option(" --component ", scope.component());
    }

    private static String option(String name, Optional<String> value) {
        return value.map(name::concat).orElse("");
    }

    private static String forced(boolean force) {
        return force ? " --force" : "";
    }
}
