package dev.nanokit.engine.config.check;

import dev.nanokit.engine.config.tree.Block;
import dev.nanokit.engine.config.tree.Located;
import dev.nanokit.engine.source.Place;
import dev.nanokit.engine.source.Problems;
import java.util.Optional;

/** A health check is an HTTP path on a port, or a command. */
final class HealthRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        draft.services().values().forEach(service -> {
            service.block("health").ifPresent(health -> checkForm(health, problems));
            path(service).ifPresent(path -> checkPath(service, path, problems));
        });
    }

    private static void checkForm(Block health, Problems problems) {
        boolean path = health.has("path");
        boolean command = health.has("command");
        if (path == command) {
            problems.error(
                    health.place(),
                    health.path() + (path ? " has both path and command" : " has neither path nor command"),
                    "A service is asked in one way whether it works.",
                    path ? "Keep one of them." : "Add path: /… or command: …");
        }
    }

    /** The HTTP path, from either way to write it. */
    private static Optional<Located<String>> path(Block service) {
        return service.text("health")
                .filter(text -> text.value().startsWith("/"))
                .or(() -> service.block("health").flatMap(health -> health.text("path")));
    }

    private static void checkPath(Block service, Located<String> path, Problems problems) {
        Place place = path.place();
        if (!path.value().startsWith("/")) {
            problems.error(
                    place,
                    service.path() + ".health.path '" + path.shown() + "' does not begin with /",
                    "It is a path on the container's own port.",
                    "Write /" + path.shown() + ".");
        }
        if (!service.has("port") && !service.has("expose")) {
            problems.error(
                    place,
                    service.path() + ".health asks for a path, and there is no port",
                    "A path is asked for on the port that the container listens on.",
                    "Add expose: …, or use a command: health: { command: … }.");
        }
    }
}
