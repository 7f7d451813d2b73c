package dev.nanokit.cli.command;

import dev.nanokit.cli.Session;
import dev.nanokit.cli.terminal.Style;
import dev.nanokit.cli.view.View;
import dev.nanokit.cli.view.Views;

/** A command whose result is shown to people, or to programs. */
abstract class ReportingCommand extends NkappCommand {
    private final Flag json = flag(70, "print one JSON object on standard output, and nothing else there", Views.JSON);
    private final Flag noColor = flag(71, "no colours; so does the variable NO_COLOR", Views.NO_COLOR);

    ReportingCommand(Session session, String name, String... description) {
        super(session, name, description);
        flag(72, "show stack traces of errors; so does NANOKIT_DEBUG=1", Views.VERBOSE);
    }

    final boolean json() {
        return json.isSet();
    }

    final Style style() {
        return Style.of(
                session().terminal(), noColor.isSet(), session().surroundings().variables());
    }

    final View view() {
        return Views.of(session(), json.isSet(), noColor.isSet());
    }
}
