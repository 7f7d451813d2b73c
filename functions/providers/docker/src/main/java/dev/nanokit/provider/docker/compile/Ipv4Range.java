package dev.nanokit.provider.docker.compile;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of IPv4 addresses.
 *
 * @param first the first address, as an unsigned 32-bit number
 * @param last the last address
 */
public record Ipv4Range(long first, long last) {
    private static final Pattern CIDR = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2})");
    private static final int ADDRESS_BITS = 32;

    /** Reads {@code 10.0.0.0/16}; host bits are ignored. Empty for anything else (an IPv6 range, say). */
    public static Optional<Ipv4Range> parse(String text) {
        Matcher matcher = CIDR.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long address = 0;
        for (int group = 1; group <= 4; group++) {
            int part = Integer.parseInt(matcher.group(group));
            if (part > 255) {
                return Optional.empty();
            }
            address = address << 8 | part;
        }
        int prefix = Integer.parseInt(matcher.group(5));
        return prefix > ADDRESS_BITS ? Optional.empty() : Optional.of(of(address, prefix));
    }

    public static Ipv4Range of(long address, int prefix) {
        long size = 1L << (ADDRESS_BITS - prefix);
        long first = address / size * size;
        return new Ipv4Range(first, first + size - 1);
    }

    public boolean overlaps(Ipv4Range other) {
        return first <= other.last && other.first <= last;
    }
}
