package dev.nanokit.provider.aws.compile;

import dev.nanokit.provider.Ipv4Range;
import java.util.List;
import java.util.Optional;

/**
 * How a VPC's range is cut: half of it for the private subnets, where most things live; a quarter for the public ones; the
 * last quarter is kept for later. A small range, of which no eighth can be a subnet, is cut into four equal ones. AWS makes
 * no subnet of fewer than 16 addresses.
 *
 * @param privates of zone 1 and zone 2
 * @param publics of zone 1 and zone 2
 */
record SubnetRanges(List<Ipv4Range> privates, List<Ipv4Range> publics) {
    private static final int SMALLEST_SUBNET = 28;
    private static final int QUARTERS = 2;
    private static final int EIGHTHS = 3;

    /** Empty where the range is too small for four subnets. */
    static Optional<SubnetRanges> of(Ipv4Range vpc) {
        if (vpc.prefix() + QUARTERS > SMALLEST_SUBNET) {
            return Optional.empty();
        }
        List<Ipv4Range> privates = List.of(vpc.part(QUARTERS, 0), vpc.part(QUARTERS, 1));
        return Optional.of(
                vpc.prefix() + EIGHTHS > SMALLEST_SUBNET
                        ? new SubnetRanges(privates, List.of(vpc.part(QUARTERS, 2), vpc.part(QUARTERS, 3)))
                        : new SubnetRanges(privates, List.of(vpc.part(EIGHTHS, 4), vpc.part(EIGHTHS, 5))));
    }
}
