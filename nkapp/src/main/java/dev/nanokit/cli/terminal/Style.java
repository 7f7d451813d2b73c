package dev.nanokit.cli.terminal;

import dev.nanokit.engine.plan.Action;
import java.util.Map;

/** Colours, or none. */
public enum Style {
    PLAIN,
    COLOURED;

    private static final String ESCAPE = "\u001b[";

    /** Colours only where people look at a terminal that can show them, and have not asked for none. */
    public static Style of(Terminal terminal, boolean noColor, Map<String, String> variables) {
        boolean refused =
                noColor || !variables.getOrDefault("NO_COLOR", "").isEmpty() || "dumb".equals(variables.get("TERM"));
        return terminal.outIsTerminal() && !refused ? COLOURED : PLAIN;
    }

    public String bold(String text) {
        return paint("1", text);
    }

    public String dim(String text) {
        return paint("2", text);
    }

    public String red(String text) {
        return paint("31", text);
    }

    public String green(String text) {
        return paint("32", text);
    }

    public String yellow(String text) {
        return paint("33", text);
    }

    public String blue(String text) {
        return paint("34", text);
    }

    /** The sign of an action in its colour. */
    public String sign(Action action) {
        return switch (action) {
            case CREATE -> green(action.sign());
            case UPDATE -> yellow(action.sign());
            case REPLACE -> yellow(action.sign());
            case DELETE -> red(action.sign());
            case ADOPT -> blue(action.sign());
            case NO_OP -> dim(action.sign());
        };
    }

    private String paint(String code, String text) {
        return this == PLAIN ? text : ESCAPE + code + "m" + text + ESCAPE + "0m";
    }
}
