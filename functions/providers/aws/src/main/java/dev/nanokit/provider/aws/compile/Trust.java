package dev.nanokit.provider.aws.compile;

import dev.nanokit.engine.value.Value;
import java.util.Map;

/** Who may take a role on, as IAM takes it. */
final class Trust {
    private Trust() {}

    /** @param service an AWS service: {@code ec2.amazonaws.com} */
    static Value.Obj of(String service) {
        Value.Obj statement = Value.obj(Map.of(
                "Effect", Value.text("Allow"),
                "Principal", Value.obj(Map.of("Service", Value.text(service))),
                "Action", Value.text("sts:AssumeRole")));
        return Value.obj(Map.of("Version", Value.text("2012-10-17"), "Statement", Value.seq(statement)));
    }
}
