package dev.nanokit.github.report;

import dev.nanokit.engine.plan.Action;
import dev.nanokit.engine.plan.Change;
import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.resource.Section;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How many changes of each kind there are, by section. */
record Tally(Map<Section, Map<Action, Long>> counts) {
    private static final List<Action> ALWAYS = List.of(Action.CREATE, Action.UPDATE, Action.DELETE);

    static Tally of(Plan plan) {
        return of(Stream.concat(plan.changes(), plan.unchanged().stream()));
    }

    static Tally of(Stream<? extends Change> changes) {
        return new Tally(changes.collect(Collectors.groupingBy(
                Change::section,
                () -> new EnumMap<>(Section.class),
                Collectors.groupingBy(Change::action, () -> new EnumMap<>(Action.class), Collectors.counting()))));
    }

    long of(Action action) {
        return counts.values().stream()
                .mapToLong(byAction -> byAction.getOrDefault(action, 0L))
                .sum();
    }

    private long of(Section section, Action action) {
        return counts.getOrDefault(section, Map.of()).getOrDefault(action, 0L);
    }

    /** {@code +3 ~1 -0}; replaced and adopted ones only where there are some: {@code +3 ~1 ±1 -0 •2}. */
    String line() {
        return Stream.of(Action.CREATE, Action.UPDATE, Action.REPLACE, Action.DELETE, Action.ADOPT)
                .filter(action -> ALWAYS.contains(action) || of(action) > 0)
                .map(action -> action.sign() + of(action))
                .collect(Collectors.joining(" "));
    }

    /** The same for one section, without what there is none of: {@code +3 ~1}. */
    String line(Section section) {
        return Arrays.stream(Action.values())
                .filter(Action::changesSomething)
                .filter(action -> of(section, action) > 0)
                .map(action -> action.sign() + of(section, action))
                .collect(Collectors.joining(" "));
    }

    /** A table with a row for each section that has resources, and a column for each action that occurs. */
    String table() {
        List<Action> columns = Arrays.stream(Action.values())
                .filter(action -> ALWAYS.contains(action) || of(action) > 0)
                .toList();
        StringBuilder table = new StringBuilder("| |");
        columns.forEach(action -> table.append(' ').append(heading(action)).append(" |"));
        table.append("\n|---|").append("--:|".repeat(columns.size()));
        for (Section section : counts.keySet()) {
            row(
                    table,
                    words(section),
                    columns.stream().map(action -> of(section, action)).toList());
        }
        row(table, "**All**", columns.stream().map(this::of).toList());
        return table.toString();
    }

    private static void row(StringBuilder table, String name, List<Long> numbers) {
        table.append("\n| ").append(name).append(" |");
        numbers.forEach(number ->
                table.append(' ').append(number == 0 ? "" : number + " ").append('|'));
    }

    private static String heading(Action action) {
        return action == Action.NO_OP ? "unchanged" : "`" + action.sign() + "` " + action.word();
    }

    static String words(Section section) {
        return switch (section) {
            case INFRASTRUCTURE -> "Infrastructure";
            case DATABASES -> "Databases";
            case SERVICES -> "Services";
        };
    }
}
