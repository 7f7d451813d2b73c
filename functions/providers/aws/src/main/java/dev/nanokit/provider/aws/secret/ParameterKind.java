package dev.nanokit.provider.aws.secret;

import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.provider.aws.call.AwsAccount;
import dev.nanokit.provider.aws.compile.Types;
import dev.nanokit.provider.aws.reconcile.Found;
import dev.nanokit.provider.aws.reconcile.Search;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A parameter of SSM's Parameter Store. Asked for without being decrypted. */
public final class ParameterKind extends StoredSecret {
    /** As many as one call answers. */
    private static final int BATCH = 10;

    private final AwsAccount account;

    public ParameterKind(AwsAccount account) {
        this.account = account;
    }

    @Override
    public String type() {
        return Types.PARAMETER;
    }

    @Override
    public Map<ResourceKey, Found> find(Search search) {
        List<String> names =
                search.wanted().stream().map(wanted -> wanted.key().name()).toList();
        Map<String, String> arns = new HashMap<>();
        for (int from = 0; from < names.size(); from += BATCH) {
            List<String> batch = names.subList(from, Math.min(from + BATCH, names.size()));
            account.ssm()
                    .reads()
                    .getParameters(request -> request.names(batch))
                    .parameters()
                    .forEach(parameter -> {
                        arns.put(parameter.name(), parameter.arn());
                        arns.put(parameter.arn(), parameter.arn());
                    });
        }
        Map<ResourceKey, Found> found = new TreeMap<>();
        search.wanted()
                .forEach(wanted -> Optional.ofNullable(arns.get(wanted.key().name()))
                        .ifPresent(arn -> found.put(wanted.key(), found(arn))));
        return found;
    }
}
