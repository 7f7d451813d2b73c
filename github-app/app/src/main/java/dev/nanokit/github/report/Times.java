package dev.nanokit.github.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times and spans as people read them. */
final class Times {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final long MINUTE_SECONDS = 60;
    private static final long HOUR_SECONDS = 3_600;
    private static final long DAY_SECONDS = 86_400;

    private Times() {}

    /** With the two largest units: {@code 4 s}, {@code 2 min 5 s}, {@code 3 h 2 min}, {@code 4 d}. */
    static String span(Duration span) {
        long seconds = Math.max(0, span.toSeconds());
        if (seconds < MINUTE_SECONDS) {
            return seconds + " s";
        }
        if (seconds < HOUR_SECONDS) {
            return two(seconds / MINUTE_SECONDS, " min", seconds % MINUTE_SECONDS, " s");
        }
        if (seconds < DAY_SECONDS) {
            return two(seconds / HOUR_SECONDS, " h", seconds % HOUR_SECONDS / MINUTE_SECONDS, " min");
        }
        return two(seconds / DAY_SECONDS, " d", seconds % DAY_SECONDS / HOUR_SECONDS, " h");
    }

    /** As {@link #span}, with a tenth of a second below a minute. */
    static String took(Duration span) {
        return span.toSeconds() < MINUTE_SECONDS
                ? String.format(Locale.ROOT, "%.1f s", span.toMillis() / 1_000.0)
                : span(span);
    }

    /** {@code 2026-11-24 12:03 UTC (5 min ago)}. */
    static String since(Instant since, Instant now) {
        return MINUTE.format(since) + " (" + span(Duration.between(since, now)) + " ago)";
    }

    private static String two(long large, String largeUnit, long small, String smallUnit) {
        return large + largeUnit + (small == 0 ? "" : " " + small + smallUnit);
    }
}
