package dev.nanokit.provider;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of IPv4 addresses.
 *
 * @param first the first address, as an unsigned 32-bit number
 * @param prefix how many leading bits all its addresses share
 */
public record Ipv4Range(long first, int prefix) {
    private static final Pattern CIDR = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2})");
    private static final int ADDRESS_BITS = 32;
    private static final int BITS_OF_GROUP = 8;
    private static final int LARGEST_GROUP = 255;

    /** Reads {@code 10.0.0.0/16}; host bits are ignored. Empty for anything else (an IPv6 range, say). */
    public static Optional<Ipv4Range> parse(String text) {
        Matcher matcher = CIDR.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long address = 0;
        for (int group = 1; group <= 4; group++) {
            int part = Integer.parseInt(matcher.group(group));
            if (part > LARGEST_GROUP) {
                return Optional.empty();
            }
            address = address << BITS_OF_GROUP | part;
        }
        int prefix = Integer.parseInt(matcher.group(5));
        return prefix > ADDRESS_BITS ? Optional.empty() : Optional.of(of(address, prefix));
    }

    /** The range of this size that holds the address. */
    public static Ipv4Range of(long address, int prefix) {
        long size = 1L << (ADDRESS_BITS - prefix);
        return new Ipv4Range(address / size * size, prefix);
    }

    /** The last address. */
    public long last() {
        return first + (1L << (ADDRESS_BITS - prefix)) - 1;
    }

    /** One of the equal parts into which more prefix bits cut it; the first is number 0. */
    public Ipv4Range part(int bits, int number) {
        int longer = prefix + bits;
        return new Ipv4Range(first + number * (1L << (ADDRESS_BITS - longer)), longer);
    }

    public boolean overlaps(Ipv4Range other) {
        return first <= other.last() && other.first <= last();
    }

    @Override
    public String toString() {
        return (first >> 24 & 255) + "." + (first >> 16 & 255) + "." + (first >> 8 & 255) + "." + (first & 255) + "/"
                + prefix;
    }
}
