package dev.nanokit.provider.aws.compile;

import dev.nanokit.engine.value.Value;
import java.util.List;
import java.util.Map;

/** Policies in IAM's own form. */
final class Policies {
    private static final String VERSION = "2012-10-17";

    private Policies() {}

    /** What lets an AWS service take a role on. */
    static Value.Obj trust(String service) {
        return of(List.of(Value.obj(Map.of(
                "Effect", Value.text("Allow"),
                "Principal", Value.obj(Map.of("Service", Value.text(service))),
                "Action", Value.text("sts:AssumeRole")))));
    }

    static Value.Obj of(List<Value.Obj> statements) {
        return Value.obj(Map.of("Version", Value.text(VERSION), "Statement", Value.seq(statements)));
    }

    static Value.Obj allow(List<String> actions, List<Value> resources) {
        return Value.obj(Map.of(
                "Effect", Value.text("Allow"), "Action", Value.texts(actions), "Resource", Value.seq(resources)));
    }
}
