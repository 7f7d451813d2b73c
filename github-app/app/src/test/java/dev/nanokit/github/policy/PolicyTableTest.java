package dev.nanokit.github.policy;

import dev.nanokit.github.Golden;
import dev.nanokit.github.command.Command;
import dev.nanokit.github.command.Command.Scope;
import dev.nanokit.github.command.CommandText;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every role × every command × every situation, in one file to be read by people. */
class PolicyTableTest {
    private static final Scope PRODUCTION = new Scope(Optional.of("production"), Optional.empty());
    private static final Scope STAGE = new Scope(Optional.of("stage"), Optional.empty());
    private static final List<Command> COMMANDS = List.of(
            new Command.Plan(Scope.ALL),
            new Command.Plan(STAGE),
            new Command.Apply(Scope.ALL, false),
            new Command.Apply(PRODUCTION, true),
            new Command.Apply(STAGE, false),
            new Command.Destroy(Scope.ALL, false),
            new Command.Destroy(PRODUCTION, false),
            new Command.Unlock(Scope.ALL),
            new Command.Status(Scope.ALL),
            new Command.Help());

    private final Map<String, Set<String>> reasons = new TreeMap<>();

    @Test
    void whoMayDoWhatIsAsTheTableSays() {
        StringBuilder table = new StringBuilder("# Who may do what\n\nWritten and checked by `PolicyTableTest`. ✓: may."
                + " A word: may not, for the reason at the end.\n");
        Situations.all().forEach((name, situation) -> describe(name, situation, table));
        table.append("\n## Reasons\n");
        reasons.forEach((rule, texts) -> {
            table.append("\n**").append(rule).append("**\n\n");
            texts.forEach(text -> table.append("- ").append(text).append('\n'));
        });

        Golden.assertIs(Path.of("src/test/resources/policy/who-may-do-what.md"), table.toString());
    }

    private void describe(String name, Situation situation, StringBuilder table) {
        table.append("\n## ")
                .append(name)
                .append("\n\nPlanned by itself: ")
                .append(cell(Policy.onPush(situation)))
                .append("\n\n| |")
                .append(COMMANDS.stream()
                        .map(PolicyTableTest::heading)
                        .collect(Collectors.joining(" | ", " ", " |\n|---|")))
                .append("---|".repeat(COMMANDS.size()))
                .append('\n');
        people(situation.fork())
                .forEach((who, person) -> table.append("| ")
                        .append(who)
                        .append(COMMANDS.stream()
                                .map(command -> cell(Policy.onCommand(person, command, situation)))
                                .collect(Collectors.joining(" | ", " | ", " |\n"))));
    }

    private static String heading(Command command) {
        return CommandText.of(command).replace(CommandText.NAME + " ", "");
    }

    private String cell(Decision decision) {
        return switch (decision) {
            case Decision.Allowed ignored -> "✓";
            case Decision.Refused refused -> {
                String rule = refused.rule().name().toLowerCase(Locale.ROOT).replace('_', ' ');
                reasons.computeIfAbsent(rule, ignored -> new TreeSet<>()).add(refused.reason());
                yield rule;
            }
        };
    }

    private static Map<String, Person> people(boolean fork) {
        Map<String, Person> people = new LinkedHashMap<>();
        people.put("no access", new Person(Permission.NONE, false, false));
        people.put("read", new Person(Permission.READ, false, false));
        people.put(fork ? "read, author of the fork" : "read, author", new Person(Permission.READ, false, true));
        people.put("triage", new Person(Permission.TRIAGE, false, false));
        people.put("write", new Person(Permission.WRITE, false, false));
        people.put("write, author", new Person(Permission.WRITE, false, true));
        people.put("maintain", new Person(Permission.MAINTAIN, false, false));
        people.put("admin", new Person(Permission.ADMIN, false, false));
        people.put("bot with write", new Person(Permission.WRITE, true, true));
        return people;
    }
}
