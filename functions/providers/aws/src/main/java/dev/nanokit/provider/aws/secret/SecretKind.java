package dev.nanokit.provider.aws.secret;

import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.provider.aws.call.AwsAccount;
import dev.nanokit.provider.aws.compile.Types;
import dev.nanokit.provider.aws.reconcile.Found;
import dev.nanokit.provider.aws.reconcile.Search;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** A secret of Secrets Manager. */
public final class SecretKind extends StoredSecret {
    private final AwsAccount account;

    public SecretKind(AwsAccount account) {
        this.account = account;
    }

    @Override
    public String type() {
        return Types.SECRET;
    }

    @Override
    public Map<ResourceKey, Found> find(Search search) {
        Map<ResourceKey, Found> found = new TreeMap<>();
        search.wanted()
                .forEach(wanted ->
                        look(wanted.key().name()).ifPresent(secret -> found.put(wanted.key(), found(secret.arn()))));
        return found;
    }

    private Optional<DescribeSecretResponse> look(String id) {
        try {
            return Optional.of(account.secrets().reads().describeSecret(request -> request.secretId(id)))
                    .filter(secret -> secret.deletedDate() == null);
        } catch (ResourceNotFoundException e) {
            return Optional.empty();
        }
    }
}
