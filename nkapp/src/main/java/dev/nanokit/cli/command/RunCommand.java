package dev.nanokit.cli.command;

import dev.nanokit.cli.Session;
import dev.nanokit.cli.terminal.Durations;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/** A command that changes things. */
abstract class RunCommand extends ProjectCommand {
    private final Flag yes = flag(20, "agree beforehand: don't ask", "-y", "--yes");
    private final Flag force = flag(21, "agree to the loss of data", "--force");
    private final Choice<Duration> lockWait;

    RunCommand(Session session, String name, String... description) {
        super(session, name, description);
        ITypeConverter<Duration> span = RunCommand::span;
        OptionSpec option = OptionSpec.builder("--wait")
                .type(Duration.class)
                .converters(span)
                .paramLabel("TIME")
                .order(22)
                .description("how long to wait for a lock: 30s, 5m, 1h; without it not at all")
                .build();
        spec().addOption(option);
        lockWait = new Choice<>(Duration.class, option);
    }

    private static Duration span(String text) {
        return Durations.parse(text)
                .orElseThrow(() -> new TypeConversionException(
                        "'" + text + "' is not a time; write seconds, minutes or hours, such as 30s, 5m or 1h"));
    }

    final boolean yes() {
        return yes.isSet();
    }

    final boolean force() {
        return force.isSet();
    }

    final Duration lockWait() {
        return lockWait.value().orElse(Duration.ZERO);
    }
}
