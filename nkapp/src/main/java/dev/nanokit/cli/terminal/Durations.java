package dev.nanokit.cli.terminal;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans of time as people write and read them: {@code 30s}, {@code 5m}, {@code 1h 5m}. */
public final class Durations {
    private static final Pattern WRITTEN = Pattern.compile("(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,6})s)?");

    private Durations() {}

    /** Empty when the text is not such a span. A bare {@code 0} is one. */
    public static Optional<Duration> parse(String text) {
        String compact = text.replace(" ", "").toLowerCase(Locale.ROOT);
        if (compact.equals("0")) {
            return Optional.of(Duration.ZERO);
        }
        Matcher matcher = WRITTEN.matcher(compact);
        if (compact.isEmpty() || !matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofHours(number(matcher.group(1)))
                .plusMinutes(number(matcher.group(2)))
                .plusSeconds(number(matcher.group(3))));
    }

    private static long number(String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    /** To the second, with the two largest units: {@code 4s}, {@code 2m 5s}, {@code 3h 2m}, {@code 4d 3h}. */
    public static String coarse(Duration span) {
        long seconds = Math.max(0, span.toSeconds());
        if (seconds < 60) {
            return seconds + "s";
        }
        if (seconds < 3600) {
            return two(seconds / 60, "m", seconds % 60, "s");
        }
        if (seconds < 86_400) {
            return two(seconds / 3600, "h", seconds % 3600 / 60, "m");
        }
        return two(seconds / 86_400, "d", seconds % 86_400 / 3600, "h");
    }

    /** With a tenth of a second below a minute: {@code 0.3s}, {@code 12.0s}. */
    public static String fine(Duration span) {
        return span.toSeconds() < 60 ? String.format(Locale.ROOT, "%.1fs", span.toMillis() / 1000.0) : coarse(span);
    }

    private static String two(long large, String largeUnit, long small, String smallUnit) {
        return small == 0 ? large + largeUnit : large + largeUnit + " " + small + smallUnit;
    }
}
