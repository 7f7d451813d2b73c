package dev.nanokit.cli.command;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** A word that means nothing without another one behind it: {@code nkapp}, {@code nkapp infra}. */
final class CommandGroup implements Runnable {
    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

    CommandGroup(String name, String... description) {
        spec.name(name);
        spec.usageMessage()
                .description(description)
                .synopsisHeading("Usage: ")
                .commandListHeading("%nCommands:%n")
                .optionListHeading("%n");
        spec.addOption(OptionSpec.builder("-h", "--help")
                .type(boolean.class)
                .usageHelp(true)
                .description("show this help")
                .build());
    }

    CommandSpec spec() {
        return spec;
    }

    void add(CommandSpec command) {
        spec.addSubcommand(command.name(), command);
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                spec.qualifiedName() + " needs one of: "
                        + String.join(", ", spec.subcommands().keySet()));
    }
}
