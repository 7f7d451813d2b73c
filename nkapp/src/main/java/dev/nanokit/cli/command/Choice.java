package dev.nanokit.cli.command;

import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;

/** An option with a value. */
record Choice<T>(Class<T> type, ArgSpec option) {
    Optional<T> value() {
        return Optional.ofNullable(type.cast(option.getValue()));
    }

    /** Of an option that must be given. */
    T get() {
        return value().orElseThrow();
    }
}
