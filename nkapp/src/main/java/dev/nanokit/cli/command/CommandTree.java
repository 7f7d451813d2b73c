package dev.nanokit.cli.command;

import dev.nanokit.cli.ExitStatus;
import dev.nanokit.cli.Session;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** All commands of nkapp. */
public final class CommandTree {
    private CommandTree() {}

    public static CommandLine of(Session session) {
        CommandGroup nkapp = new CommandGroup("nkapp", "%nPlans and applies what nanokit.yml says.%n");
        nkapp.add(new InitCommand(session));
        nkapp.add(new ValidateCommand(session));
        nkapp.add(new PlanCommand(session));
        nkapp.add(new UpCommand(session));
        nkapp.add(new DestroyCommand(session));
        nkapp.add(new StatusCommand(session));
        nkapp.add(infra(session));
        nkapp.add(new DoctorCommand(session));
        nkapp.add(new SchemaCommand(session));
        nkapp.add(new CompletionCommand(session));
        describe(nkapp);
        return new CommandLine(nkapp.spec());
    }

    private static CommandGroup infra(Session session) {
        CommandGroup infra = new CommandGroup("infra", "Look at the environment's locks, take them, and clear them.");
        infra.add(new LocksCommand(session));
        infra.add(new LockCommand(session));
        infra.add(new UnlockCommand(session));
        return infra;
    }

    private static void describe(CommandGroup nkapp) {
        nkapp.spec()
                .addOption(OptionSpec.builder("-V", "--version")
                        .type(boolean.class)
                        .versionHelp(true)
                        .description("print the version")
                        .build())
                .versionProvider(new NkappVersion())
                .exitCodeOnInvalidInput(ExitStatus.USAGE.code())
                .usageMessage()
                .footerHeading("%nExit status:%n")
                .footer(
                        "  0    fine",
                        "  1    failed, or refused",
                        "  2    there is something to change (plan --detailed-exitcode)",
                        "  3    somebody else holds the lock, or shared infrastructure is not there yet",
                        "  64   the command line or the file is wrong",
                        "  130  stopped by Ctrl-C");
    }
}
