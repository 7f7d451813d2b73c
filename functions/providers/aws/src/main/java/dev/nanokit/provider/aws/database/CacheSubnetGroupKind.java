package dev.nanokit.provider.aws.database;

import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.aws.call.AwsAccount;
import dev.nanokit.provider.aws.compile.Types;
import dev.nanokit.provider.aws.reconcile.ByName;
import dev.nanokit.provider.aws.reconcile.Found;
import dev.nanokit.provider.aws.reconcile.Search;
import dev.nanokit.provider.aws.reconcile.Specs;
import dev.nanokit.provider.aws.reconcile.Status;
import dev.nanokit.provider.aws.reconcile.Work;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.elasticache.model.CacheSubnetGroup;
import software.amazon.awssdk.services.elasticache.model.Subnet;

/** The subnets, in two zones, among which ElastiCache chooses one for each cache. */
public final class CacheSubnetGroupKind extends ByName {
    private final AwsAccount account;

    public CacheSubnetGroupKind(AwsAccount account) {
        this.account = account;
    }

    @Override
    public String type() {
        return Types.CACHE_SUBNET_GROUP;
    }

    @Override
    protected Optional<Found> look(String name, Search.Wanted wanted) {
        return account
                .elastiCache()
                .reads()
                .describeCacheSubnetGroups(request -> request.cacheSubnetGroupName(name))
                .cacheSubnetGroups()
                .stream()
                .findFirst()
                .map(group -> found(group, wanted));
    }

    private Found found(CacheSubnetGroup group, Search.Wanted wanted) {
        List<String> subnets =
                group.subnets().stream().map(Subnet::subnetIdentifier).toList();
        Value.Obj spec = Value.obj(Map.of(
                "name", Value.text(group.cacheSubnetGroupName()),
                "subnets", Specs.ordered(subnets, wanted.spec().get("subnets"))));
        return new Found(
                group.cacheSubnetGroupName(),
                CacheTags.read(account, group.arn()),
                Status.READY,
                spec,
                Value.obj(Map.of("name", Value.text(group.cacheSubnetGroupName()))));
    }

    @Override
    public Found create(Work work) {
        account.elastiCache()
                .writes()
                .createCacheSubnetGroup(request -> request.cacheSubnetGroupName(name(work.spec()))
                        .cacheSubnetGroupDescription("Private subnets of "
                                + work.owner().project() + ", " + work.owner().environment())
                        .subnetIds(Specs.texts(work.spec().get("subnets")))
                        .tags(CacheTags.of(work)));
        return again(work);
    }

    @Override
    public Found update(Work work, Found current) {
        account.elastiCache()
                .writes()
                .modifyCacheSubnetGroup(request -> request.cacheSubnetGroupName(current.id())
                        .subnetIds(Specs.texts(work.spec().get("subnets"))));
        return again(work);
    }

    @Override
    public Optional<Duration> delete(Found current) {
        account.elastiCache().writes().deleteCacheSubnetGroup(request -> request.cacheSubnetGroupName(current.id()));
        return Optional.empty();
    }
}
