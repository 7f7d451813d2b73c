package dev.nanokit.engine.config.decode;

import dev.nanokit.engine.config.Service.Health;
import dev.nanokit.engine.config.tree.Block;
import java.util.Optional;

/** Builds health checks. */
final class HealthDecoder {
    private HealthDecoder() {}

    static Optional<Health> decode(Block service) {
        Optional<Block> block = service.block("health");
        Optional<Health> path =
                block.flatMap(health -> Read.text(health, "path")).map(Health.Path::new);
        Optional<Health> command =
                block.flatMap(health -> Read.text(health, "command")).map(Health.Command::new);
        return path.or(() -> command).or(() -> Read.text(service, "health").map(HealthDecoder::shortForm));
    }

    private static Health shortForm(String text) {
        return text.startsWith("/") ? new Health.Path(text) : new Health.Command(text);
    }
}
