package dev.nanokit.bench.lambda;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The function with an ahead-of-time cache of the JVM (JEP 483). That needs all jars on the class path, where the
 * function's own class loader finds them through its parent; on Lambda a wrapper script would have to put them there.
 */
final class StartCache {
    private StartCache() {}

    /**
     * Trains it by two deliveries.
     *
     * @param runner the function's jar, whose manifest names its libraries
     */
    static LambdaFunction train(LambdaFunction function, Path runner, Path folder, Account account) throws Exception {
        LambdaFunction flat =
                new LambdaFunction(function.handler(), folder, List.of(runner), List.of(), false, function.bytes());
        Path cache = folder.resolve("cache");
        new ColdStart(flat.with("-XX:AOTCacheOutput=" + cache), account).run();
        return new LambdaFunction(
                        flat.handler(), folder, flat.more(), flat.flags(), false, flat.bytes() + Files.size(cache))
                .with("-XX:AOTCache=" + cache);
    }

    static Path runner(Path target) throws IOException {
        try (Stream<Path> files = Files.list(target)) {
            List<Path> runners = files.filter(
                            file -> file.getFileName().toString().endsWith("-runner.jar"))
                    .toList();
            return runners.getFirst().toAbsolutePath();
        }
    }
}
