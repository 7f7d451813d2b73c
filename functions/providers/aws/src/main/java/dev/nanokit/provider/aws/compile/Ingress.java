package dev.nanokit.provider.aws.compile;

import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.Fields;

/** Rules of security groups. */
final class Ingress {
    private Ingress() {}

    /**
     * @param ports one, a range, or {@code all}
     * @param from a range of addresses, a security group's id, or {@code self}
     */
    static Value.Obj rule(String protocol, String ports, Value from) {
        return new Fields()
                .with("protocol", protocol)
                .with("ports", ports)
                .with("from", from)
                .build();
    }
}
