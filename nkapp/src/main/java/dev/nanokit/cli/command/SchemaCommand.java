package dev.nanokit.cli.command;

import dev.nanokit.cli.ExitStatus;
import dev.nanokit.cli.Session;
import dev.nanokit.engine.config.NanokitSchema;

final class SchemaCommand extends NkappCommand {
    SchemaCommand(Session session) {
        super(session, "schema", "Print the JSON Schema of nanokit.yml, for editors.");
    }

    @Override
    ExitStatus run() {
        session().terminal().out().print(NanokitSchema.json().strip() + "\n");
        session().terminal().out().flush();
        return ExitStatus.OK;
    }
}
