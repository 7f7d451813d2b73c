package dev.nanokit.provider.aws.secret;

import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.aws.reconcile.ExistingKind;
import dev.nanokit.provider.aws.reconcile.Found;
import dev.nanokit.provider.aws.reconcile.Status;
import java.util.Map;

/** A secret that somebody keeps at AWS: looked for, and never touched. */
abstract sealed class StoredSecret implements ExistingKind permits ParameterKind, SecretKind {
    static Found found(String arn) {
        return new Found(arn, Map.of(), Status.READY, Value.Obj.EMPTY, Value.obj(Map.of("arn", Value.text(arn))));
    }
}
