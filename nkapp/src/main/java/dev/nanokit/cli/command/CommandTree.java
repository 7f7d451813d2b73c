package dev.nanokit.cli.command;

import dev.nanokit.cli.ExitStatus;
import dev.nanokit.cli.Session;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** All commands of nkapp. */
public final class CommandTree {
    private static final String COMPLETION = "completion";
    private static final Map<String, Function<Session, CommandSpec>> COMMANDS = commands();

    private CommandTree() {}

    private static Map<String, Function<Session, CommandSpec>> commands() {
        Map<String, Function<Session, CommandSpec>> commands = new LinkedHashMap<>();
        commands.put("init", session -> new InitCommand(session).spec());
        commands.put("validate", session -> new ValidateCommand(session).spec());
        commands.put("plan", session -> new PlanCommand(session).spec());
        commands.put("up", session -> new UpCommand(session).spec());
        commands.put("destroy", session -> new DestroyCommand(session).spec());
        commands.put("status", session -> new StatusCommand(session).spec());
        commands.put("drift", session -> new DriftCommand(session).spec());
        commands.put("infra", session -> infra(session).spec());
        commands.put("github", session -> github(session).spec());
        commands.put("doctor", session -> new DoctorCommand(session).spec());
        commands.put("schema", session -> new SchemaCommand(session).spec());
        commands.put(COMPLETION, session -> new CompletionCommand(session).spec());
        return commands;
    }

    /**
     * The commands among which these words choose. Making a command takes picocli longer than parsing a file takes us, so
     * where the first word names one, the others are left out; help, suggestions and completion see them all.
     */
    public static CommandLine of(Session session, List<String> words) {
        CommandGroup nkapp = new CommandGroup("nkapp", "%nPlans and applies what nanokit.yml says.%n");
        String first = words.isEmpty() ? "" : words.getFirst();
        if (COMMANDS.containsKey(first) && !first.equals(COMPLETION)) {
            nkapp.add(COMMANDS.get(first).apply(session));
        } else {
            COMMANDS.values().forEach(command -> nkapp.add(command.apply(session)));
        }
        describe(nkapp);
        return new CommandLine(nkapp.spec());
    }

    private static CommandGroup infra(Session session) {
        CommandGroup infra = new CommandGroup("infra", "Look at the environment's locks, take them, and clear them.");
        infra.add(new LocksCommand(session).spec());
        infra.add(new LockCommand(session).spec());
        infra.add(new UnlockCommand(session).spec());
        return infra;
    }

    private static CommandGroup github(Session session) {
        CommandGroup github =
                new CommandGroup("github", "The GitHub App: register it, run it, replay and catch up on deliveries.");
        github.add(new GithubSetupCommand(session).spec());
        github.add(new GithubServeCommand(session).spec());
        github.add(new GithubRedeliverCommand(session).spec());
        github.add(new GithubReceiveCommand(session).spec());
        return github;
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
                        "  4    somebody changed or removed by hand what was applied (drift)",
                        "  64   the command line or the file is wrong",
                        "  130  stopped by Ctrl-C");
    }
}
