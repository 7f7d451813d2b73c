package dev.nanokit.cli.view;

import dev.nanokit.cli.Session;
import dev.nanokit.cli.terminal.Style;

/** Chooses how results are shown. */
public final class Views {
    public static final String JSON = "--json";
    public static final String NO_COLOR = "--no-color";
    public static final String VERBOSE = "--verbose";

    private Views() {}

    public static View of(Session session, boolean json, boolean noColor) {
        if (json) {
            return new JsonView(session.terminal());
        }
        Style style =
                Style.of(session.terminal(), noColor, session.surroundings().variables());
        boolean dumb = "dumb".equals(session.surroundings().variables().get("TERM"));
        return new HumanView(session.terminal(), style, session.terminal().outIsTerminal() && !dumb);
    }
}
