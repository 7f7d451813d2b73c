package dev.nanokit.cli.command;

import dev.nanokit.cli.ExitStatus;
import dev.nanokit.cli.Session;
import dev.nanokit.cli.terminal.Durations;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/**
 * What all commands have in common. A command only says what was typed; what is done lies in the operations. Commands are
 * described by calls and not by annotations, since reading annotations takes longer than all else at the start.
 */
abstract class NkappCommand implements Callable<Integer> {
    private final Session session;
    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

    NkappCommand(Session session, String name, String... description) {
        this.session = session;
        spec.name(name);
        spec.usageMessage()
                .description(description)
                .synopsisHeading("Usage: ")
                .optionListHeading("%nOptions:%n")
                .parameterListHeading("%n")
                .sortOptions(false);
        spec.addOption(OptionSpec.builder("-h", "--help")
                .type(boolean.class)
                .usageHelp(true)
                .order(90)
                .description("show this help")
                .build());
    }

    @Override
    public final Integer call() {
        return run().code();
    }

    abstract ExitStatus run();

    final CommandSpec spec() {
        return spec;
    }

    final Session session() {
        return session;
    }

    /**
     * Adds an option without a value.
     *
     * @param order its place in the help
     */
    final Flag flag(int order, String description, String... names) {
        OptionSpec option = OptionSpec.builder(names)
                .type(boolean.class)
                .order(order)
                .description(description)
                .build();
        spec.addOption(option);
        return new Flag(option);
    }

    /** Adds an option with a value. */
    final <T> Choice<T> choice(Class<T> type, int order, String label, String description, String... names) {
        OptionSpec option = OptionSpec.builder(names)
                .type(type)
                .paramLabel(label)
                .order(order)
                .description(description)
                .build();
        spec.addOption(option);
        return new Choice<>(type, option);
    }

    /** Adds an option that must be given, with a value. */
    final <T> Choice<T> required(Class<T> type, int order, String label, String description, String... names) {
        OptionSpec option = OptionSpec.builder(names)
                .type(type)
                .required(true)
                .paramLabel(label)
                .order(order)
                .description(description)
                .build();
        spec.addOption(option);
        return new Choice<>(type, option);
    }

    /** Adds an option that may be given several times, each time with a value. */
    final <T> Choices<T> choices(Class<T> type, int order, String label, String description, String... names) {
        OptionSpec option = OptionSpec.builder(names)
                .type(List.class)
                .auxiliaryTypes(type)
                .paramLabel(label)
                .order(order)
                .description(description)
                .build();
        spec.addOption(option);
        return new Choices<>(type, option);
    }

    /** Adds an option whose value is a span of time. */
    final Choice<Duration> span(int order, String description, String... names) {
        ITypeConverter<Duration> converter = NkappCommand::span;
        OptionSpec option = OptionSpec.builder(names)
                .type(Duration.class)
                .converters(converter)
                .paramLabel("TIME")
                .order(order)
                .description(description)
                .build();
        spec.addOption(option);
        return new Choice<>(Duration.class, option);
    }

    private static Duration span(String text) {
        return Durations.parse(text)
                .orElseThrow(() -> new TypeConversionException(
                        "'" + text + "' is not a time; write seconds, minutes or hours, such as 30s, 5m or 1h"));
    }
}
