package dev.nanokit.provider.aws.secret;

import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.aws.reconcile.Found;
import dev.nanokit.provider.aws.reconcile.Kind;
import dev.nanokit.provider.aws.reconcile.Status;
import dev.nanokit.provider.aws.reconcile.Work;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A secret that somebody keeps at AWS: looked for, and never touched. */
abstract sealed class StoredSecret implements Kind permits ParameterKind, SecretKind {
    static Found found(String arn) {
        return new Found(arn, Map.of(), Status.READY, Value.Obj.EMPTY, Value.obj(Map.of("arn", Value.text(arn))));
    }

    @Override
    public Found create(Work work) {
        throw untouchable(work.key());
    }

    @Override
    public Found update(Work work, Found current) {
        throw untouchable(work.key());
    }

    @Override
    public Optional<Duration> delete(Found current) {
        throw new IllegalStateException(current.id() + " is used as it is, and never deleted");
    }

    private static IllegalStateException untouchable(ResourceKey key) {
        return new IllegalStateException(key + " is used as it is, and never made or changed");
    }
}
