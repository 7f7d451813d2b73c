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
        return new Flag(add(option(boolean.class, order, description, names)));
    }

    /** Adds an option with a value. */
    final <T> Choice<T> choice(Class<T> type, int order, String label, String description, String... names) {
        return new Choice<>(type, add(option(type, order, description, names).paramLabel(label)));
    }

    /** Adds an option that must be given, with a value. */
    final <T> Choice<T> required(Class<T> type, int order, String label, String description, String... names) {
        return new Choice<>(
                type,
                add(option(type, order, description, names).paramLabel(label).required(true)));
    }

    /** Adds an option that may be given several times, each time with a value. */
    final <T> Choices<T> choices(Class<T> type, int order, String label, String description, String... names) {
        return new Choices<>(
                type,
                add(option(List.class, order, description, names)
                        .auxiliaryTypes(type)
                        .paramLabel(label)));
    }

    private static OptionSpec.Builder option(Class<?> type, int order, String description, String... names) {
        return OptionSpec.builder(names).type(type).order(order).description(description);
    }

    private OptionSpec add(OptionSpec.Builder builder) {
        OptionSpec option = builder.build();
        spec.addOption(option);
        return option;
    }

    /** Adds an option whose value is a span of time. */
    final Choice<Duration> span(int order, String description, String... names) {
        ITypeConverter<Duration> converter = NkappCommand::span;
        return new Choice<>(
                Duration.class,
                add(option(Duration.class, order, description, names)
                        .converters(converter)
                        .paramLabel("TIME")));
    }

    private static Duration span(String text) {
        return Durations.parse(text)
                .orElseThrow(() -> new TypeConversionException(
                        "'" + text + "' is not a time; write seconds, minutes or hours, such as 30s, 5m or 1h"));
    }
}
