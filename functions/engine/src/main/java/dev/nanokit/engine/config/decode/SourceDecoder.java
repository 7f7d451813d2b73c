package dev.nanokit.engine.config.decode;

import dev.nanokit.engine.config.Service.Source;
import dev.nanokit.engine.config.tree.Block;
import java.util.Map;
import java.util.Optional;

/** Builds what services are made from. */
final class SourceDecoder {
    private static final String DEFAULT_CONTEXT = ".";

    private final Map<String, Block> runtimes;

    SourceDecoder(Map<String, Block> runtimes) {
        this.runtimes = runtimes;
    }

    Source decode(Block service) {
        Optional<String> image = Read.text(service, "image");
        if (image.isPresent()) {
            return new Source.Image(image.get());
        }
        return service.block("build").map(SourceDecoder::build).orElseGet(() -> onRuntime(service));
    }

    private static Source build(Block block) {
        return new Source.Build(
                Read.text(block, "context").orElse(DEFAULT_CONTEXT),
                Read.text(block, "dockerfile"),
                Read.texts(block, "args"),
                Read.text(block, "target"));
    }

    private Source onRuntime(Block service) {
        String name = Read.text(service, "runtime").orElseThrow();
        Block runtime = runtimes.get(name);
        return new Source.OnRuntime(
                name,
                Read.text(runtime, "image").orElseThrow(),
                Read.text(runtime, "install"),
                Read.text(runtime, "start"),
                Read.texts(runtime, "env"));
    }
}
