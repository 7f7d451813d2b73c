package dev.nanokit.cli.github.serve;

import dev.nanokit.cli.Session;
import dev.nanokit.cli.Surroundings;
import dev.nanokit.cli.backend.Backend;
import dev.nanokit.cli.report.Failure;
import dev.nanokit.cli.report.Refusal;
import dev.nanokit.server.sole.AnotherServerException;
import dev.nanokit.server.sole.FileSole;
import dev.nanokit.server.sole.LeaseSole;
import dev.nanokit.server.sole.Sole;
import dev.nanokit.state.Tables;
import dev.nanokit.webhook.log.JsonLog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Sees to it that no other server works on this one's state. */
record OneServer(Session session, JsonLog log) {
    /**
     * @param onLost called when the right is lost while it is held, which only a table that others share can bring about
     * @throws Refusal when another server has it
     */
    Sole take(Backend backend, Runnable onLost) throws InterruptedException {
        Optional<Path> file = Tables.localFile(backend.stateLocation());
        try {
            if (file.isPresent()) {
                backend.table();
                return FileSole.take(file.get(), who());
            }
            log.write(JsonLog.Level.INFO, "sole_server", Map.of("after_a_dead_one_in_s", LeaseSole.LEASE.toSeconds()));
            return LeaseSole.take(backend.table(), who(), LeaseSole.Ticks.SYSTEM, onLost);
        } catch (AnotherServerException e) {
            throw new Refusal(Failure.failed(
                    "another-server",
                    "another server works on this state: " + backend.stateLocation(),
                    "it is " + e.who() + "; each would do the other's work a second time",
                    "stop that one first",
                    "or give this one a state of its own: NANOKIT_STATE=sqlite:///path/state.db"));
        } catch (IOException e) {
            throw new Refusal(Failure.failed(
                    "io",
                    "nothing can be written beside the state " + backend.stateLocation(),
                    String.valueOf(e.getMessage()),
                    "see that this user may write in that folder"));
        }
    }

    private String who() {
        Surroundings here = session.surroundings();
        return here.who() + ", since " + here.clock().instant();
    }
}
