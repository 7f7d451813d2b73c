package dev.nanokit.provider.aws.network;

import java.util.List;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AvailabilityZone;

/** The zones of a region that an account can use. */
final class Zones {
    private Zones() {}

    /** Their names in order: no local zones, which have few services. */
    static List<String> of(Ec2Client ec2) {
        return ec2
                .describeAvailabilityZones(request -> request.filters(
                        Ec2Kind.filter("state", List.of("available")),
                        Ec2Kind.filter("zone-type", List.of("availability-zone"))))
                .availabilityZones()
                .stream()
                .map(AvailabilityZone::zoneName)
                .sorted()
                .toList();
    }
}
