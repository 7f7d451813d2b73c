package dev.nanokit.cli.report;

import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.stages.ApplyResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How {@code up} or {@code destroy} ended.
 *
 * @param ending what the workflow answered, or that there was nothing to do
 * @param took how long each change that was done took
 * @param urls where services are reached
 * @param again the command that goes on where this run stopped
 * @param blockade who stands in the way, where somebody does
 */
public record RunReport(
        Target target,
        ApplyResult ending,
        Map<ResourceKey, Duration> took,
        List<PublishedUrl> urls,
        String again,
        Optional<Blockade> blockade) {
    public RunReport {
        took = Map.copyOf(took);
        urls = List.copyOf(urls);
    }

    /** What the run was about. */
    public record Target(String project, String environment, String component, Kind kind) {}

    public enum Kind {
        UP("up"),
        DESTROY("destroy");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The command's name. */
        public String word() {
            return word;
        }
    }

    /** Where a service is reached. */
    public record PublishedUrl(String service, String url) {}
}
