package dev.nanokit.cli.command;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The services to which a command is limited: the words behind it. */
record ServiceWords(PositionalParamSpec words) {
    static ServiceWords addTo(CommandSpec spec, String description) {
        PositionalParamSpec words = PositionalParamSpec.builder()
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("0..*")
                .paramLabel("SERVICE")
                .description(description)
                .build();
        spec.addPositional(words);
        return new ServiceWords(words);
    }

    /** Empty for all. */
    Set<String> services() {
        List<String> typed = words.getValue();
        return typed == null ? Set.of() : new LinkedHashSet<>(typed);
    }
}
