package dev.nanokit.engine.config.check;

import java.util.List;
import java.util.Optional;

/** A range of IPv4 addresses. The address is kept in the low 32 bits. */
record Cidr(long address, int prefix) {
    private static final List<Cidr> PRIVATE = List.of(
            new Cidr(0x0A000000L, 8), new Cidr(0xAC100000L, 12), new Cidr(0xC0A80000L, 16), new Cidr(0x64400000L, 10));

    /** Empty where an octet is beyond 255 or the prefix beyond 32. The text must look like a range. */
    static Optional<Cidr> parse(String text) {
        String[] parts = text.split("[./]", -1);
        long address = 0;
        for (int i = 0; i < 4; i++) {
            int octet = Integer.parseInt(parts[i]);
            if (octet > 255) {
                return Optional.empty();
            }
            address = address << 8 | octet;
        }
        int prefix = Integer.parseInt(parts[4]);
        return prefix > 32 ? Optional.empty() : Optional.of(new Cidr(address, prefix));
    }

    /** The range that this address lies in: without host bits. */
    Cidr network() {
        return new Cidr(address & mask(), prefix);
    }

    boolean hasHostBits() {
        return !network().equals(this);
    }

    boolean isPrivate() {
        return PRIVATE.stream().anyMatch(range -> range.contains(this));
    }

    boolean overlaps(Cidr other) {
        return contains(other) || other.contains(this);
    }

    private boolean contains(Cidr other) {
        return prefix <= other.prefix && (other.address & mask()) == (address & mask());
    }

    private long mask() {
        return prefix == 0 ? 0 : 0xFFFFFFFFL << (32 - prefix) & 0xFFFFFFFFL;
    }

    @Override
    public String toString() {
        return (address >> 24) + "." + (address >> 16 & 255) + "." + (address >> 8 & 255) + "." + (address & 255) + "/"
                + prefix;
    }
}
