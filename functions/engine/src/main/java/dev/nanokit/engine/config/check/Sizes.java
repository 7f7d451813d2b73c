package dev.nanokit.engine.config.check;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** Sizes with their unit. Units are powers of 1024, as container engines count. */
public final class Sizes {
    private static final String UNITS = "bkmgt";

    private Sizes() {}

    /** In bytes; empty where it is nothing, or more than a number of bytes can be. */
    public static Optional<Long> bytes(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        int end = 0;
        while (Character.isDigit(lower.charAt(end)) || lower.charAt(end) == '.') {
            end++;
        }
        char unit = lower.substring(end).strip().charAt(0);
        BigDecimal factor = BigDecimal.valueOf(1024).pow(UNITS.indexOf(unit));
        BigDecimal bytes = new BigDecimal(lower.substring(0, end)).multiply(factor);
        boolean inRange =
                bytes.compareTo(BigDecimal.ONE) >= 0 && bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
        return inRange ? Optional.of(bytes.longValue()) : Optional.empty();
    }
}
