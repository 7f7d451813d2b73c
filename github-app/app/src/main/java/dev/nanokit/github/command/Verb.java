package dev.nanokit.github.command;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The commands that there are, in the order in which help tells of them. */
public enum Verb {
    PLAN("show what an apply would do", true, false),
    APPLY("do it", true, true),
    DESTROY("delete everything that the component has in the environment; needs `-e`", true, true),
    UNLOCK("clear the environment's locks, whoever holds them", true, false),
    STATUS("what is there, and who holds a lock", true, false),
    HELP("this", false, false);

    private final String meaning;
    private final boolean scoped;
    private final boolean forceable;

    Verb(String meaning, boolean scoped, boolean forceable) {
        this.meaning = meaning;
        this.scoped = scoped;
        this.forceable = forceable;
    }

    /** The verb of a command; empty for one that was not understood. */
    public static Optional<Verb> of(Command command) {
        return switch (command) {
            case Command.Plan ignored -> Optional.of(PLAN);
            case Command.Apply ignored -> Optional.of(APPLY);
            case Command.Destroy ignored -> Optional.of(DESTROY);
            case Command.Unlock ignored -> Optional.of(UNLOCK);
            case Command.Status ignored -> Optional.of(STATUS);
            case Command.Help ignored -> Optional.of(HELP);
            case Command.Wrong ignored -> Optional.empty();
        };
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Verb::word).toList();
    }

    static Verb ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** As it is written: {@code plan}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it does, in a few words of Markdown. */
    public String meaning() {
        return meaning;
    }

    /** Whether it can be limited to an environment or a component. */
    public boolean scoped() {
        return scoped;
    }

    /** Whether it may lose data when it is told to. */
    public boolean forceable() {
        return forceable;
    }

    Command command(Command.Scope scope, boolean force) {
        return switch (this) {
            case PLAN -> new Command.Plan(scope);
            case APPLY -> new Command.Apply(scope, force);
            case DESTROY -> new Command.Destroy(scope, force);
            case UNLOCK -> new Command.Unlock(scope);
            case STATUS -> new Command.Status(scope);
            case HELP -> new Command.Help();
        };
    }
}
