package dev.nanokit.cli.command;

import java.util.List;
import picocli.CommandLine.Model.ArgSpec;

/** An option that may be given several times. */
record Choices<T>(Class<T> type, ArgSpec option) {
    /** In the order in which they were typed. */
    List<T> values() {
        List<?> typed = option.getValue();
        return typed == null ? List.of() : typed.stream().map(type::cast).toList();
    }
}
