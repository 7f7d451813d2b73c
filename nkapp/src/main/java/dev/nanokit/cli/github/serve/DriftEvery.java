package dev.nanokit.cli.github.serve;

import dev.nanokit.cli.Surroundings;
import dev.nanokit.cli.github.settings.Mistakes;
import dev.nanokit.cli.github.settings.Setting;
import dev.nanokit.cli.terminal.Durations;
import java.time.Duration;
import java.util.Optional;

/** How often it is looked whether everything is as it was applied. */
final class DriftEvery {
    private static final String USUAL = "24h";
    private static final String OFF = "off";

    private DriftEvery() {}

    /** Empty for never. */
    static Optional<Duration> read(Optional<String> typed, Surroundings surroundings, Mistakes mistakes) {
        String text = Setting.DRIFT_EVERY.value(typed, surroundings).orElse(USUAL);
        if (text.equalsIgnoreCase(OFF)) {
            return Optional.empty();
        }
        Optional<Duration> every = Durations.parse(text);
        if (every.isEmpty()) {
            mistakes.add("'" + text + "' is no span of time", "give one, such as 24h or 30m; off, or 0, for never");
        }
        return every.filter(span -> !span.isZero());
    }
}
