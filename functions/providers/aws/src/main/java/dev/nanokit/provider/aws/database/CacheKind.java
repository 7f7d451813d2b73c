package dev.nanokit.provider.aws.database;

import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.aws.call.AwsAccount;
import dev.nanokit.provider.aws.compile.Names;
import dev.nanokit.provider.aws.compile.Types;
import dev.nanokit.provider.aws.reconcile.Found;
import dev.nanokit.provider.aws.reconcile.Kind;
import dev.nanokit.provider.aws.reconcile.Search;
import dev.nanokit.provider.aws.reconcile.Specs;
import dev.nanokit.provider.aws.reconcile.Status;
import dev.nanokit.provider.aws.reconcile.Work;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.elasticache.model.AuthTokenUpdateStrategyType;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.CreateReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.ModifyReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;

/** A redis at ElastiCache: a replication group of one node, which can be encrypted and changed in place. */
public final class CacheKind implements Kind {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

    private final AwsAccount account;

    public CacheKind(AwsAccount account) {
        this.account = account;
    }

    @Override
    public String type() {
        return Types.CACHE;
    }

    @Override
    public Map<ResourceKey, Found> find(Search search) {
        Map<String, ReplicationGroup> groups = new HashMap<>();
        account.elastiCache()
                .reads()
                .describeReplicationGroupsPaginator()
                .replicationGroups()
                .forEach(group -> groups.put(group.replicationGroupId(), group));
        Map<ResourceKey, Found> found = new TreeMap<>();
        if (search.wanted().stream().flatMap(CacheKind::names).noneMatch(groups::containsKey)) {
            return found;
        }
        Map<String, CacheCluster> nodes = nodes();
        search.wanted()
                .forEach(wanted -> names(wanted)
                        .filter(groups::containsKey)
                        .findFirst()
                        .ifPresent(name -> found.put(
                                wanted.key(), found(groups.get(name), Optional.ofNullable(nodes.get(name)), wanted))));
        return found;
    }

    /** The replication groups' nodes by the group's name: they alone tell of versions, subnets and security groups. */
    private Map<String, CacheCluster> nodes() {
        Map<String, CacheCluster> nodes = new HashMap<>();
        account.elastiCache().reads().describeCacheClustersPaginator().cacheClusters().stream()
                .filter(node -> node.replicationGroupId() != null)
                .forEach(node -> nodes.putIfAbsent(node.replicationGroupId(), node));
        return nodes;
    }

    private Found found(ReplicationGroup group, Optional<CacheCluster> node, Search.Wanted wanted) {
        return new CacheReading(group, node).found(wanted.spec(), CacheTags.read(account, group.arn()));
    }

    private static Stream<String> names(Search.Wanted wanted) {
        return Stream.concat(wanted.id().stream(), Stream.of(wanted.spec().text("name")));
    }

    @Override
    public Found create(Work work) {
        Value.Obj spec = work.spec();
        CreateReplicationGroupRequest.Builder request = CreateReplicationGroupRequest.builder()
                .replicationGroupId(spec.text("name"))
                .replicationGroupDescription("Database " + work.key().name())
                .engine("redis")
                .engineVersion(spec.text("version"))
                .cacheNodeType(spec.text("class"))
                .numCacheClusters(1)
                .automaticFailoverEnabled(false)
                .cacheSubnetGroupName(spec.text("subnetGroup"))
                .securityGroupIds(Specs.texts(spec.get("securityGroups")))
                .snapshotRetentionLimit(Specs.number(spec, "backupDays"))
                .autoMinorVersionUpgrade(Specs.isTrue(spec, "minorUpgrades"))
                .atRestEncryptionEnabled(Specs.isTrue(spec, "encryptedAtRest"))
                .transitEncryptionEnabled(Specs.isTrue(spec, "encryptedInTransit"))
                .tags(CacheTags.of(work));
        if (Specs.isTrue(spec, "authenticated")) {
            request.authToken(password(spec));
        }
        ReplicationGroup made = account.elastiCache()
                .writes()
                .createReplicationGroup(request.build())
                .replicationGroup();
        return new CacheReading(made, Optional.empty()).found(spec, work.tags());
    }

    private static String password(Value.Obj spec) {
        return ((Value.Hidden) spec.get("password")).secret().reveal();
    }

    @Override
    public Found update(Work work, Found current) {
        Value.Obj spec = work.spec();
        ModifyReplicationGroupRequest.Builder request = ModifyReplicationGroupRequest.builder()
                .replicationGroupId(current.id())
                .applyImmediately(true);
        if (Specs.differs(work, current, "version")) {
            request.engineVersion(spec.text("version"));
        }
        if (Specs.differs(work, current, "class")) {
            request.cacheNodeType(spec.text("class"));
        }
        if (Specs.differs(work, current, "securityGroups")) {
            request.securityGroupIds(Specs.texts(spec.get("securityGroups")));
        }
        if (Specs.differs(work, current, "backupDays")) {
            request.snapshotRetentionLimit(Specs.number(spec, "backupDays"));
        }
        if (Specs.differs(work, current, "minorUpgrades")) {
            request.autoMinorVersionUpgrade(Specs.isTrue(spec, "minorUpgrades"));
        }
        changePassword(work, current, request);
        account.elastiCache().writes().modifyReplicationGroup(request.build());
        return current.with(new Status.Busy("modifying", LOOK_AGAIN));
    }

    /** A new password is valid beside the former one, so that clients can follow; the one after that ends the former. */
    private static void changePassword(Work work, Found current, ModifyReplicationGroupRequest.Builder request) {
        boolean wanted = Specs.isTrue(work.spec(), "authenticated");
        boolean there = Specs.isTrue(current.spec(), "authenticated");
        if (wanted) {
            request.authToken(password(work.spec()))
                    .authTokenUpdateStrategy(
                            there ? AuthTokenUpdateStrategyType.ROTATE : AuthTokenUpdateStrategyType.SET);
        } else if (there) {
            request.authTokenUpdateStrategy(AuthTokenUpdateStrategyType.DELETE);
        }
    }

    @Override
    public Optional<Duration> delete(Found current) {
        if (!(current.status() instanceof Status.Busy)) {
            String snapshot =
                    current.id() + "-final-" + Names.digest(current.outputs().text("made"));
            account.elastiCache()
                    .writes()
                    .deleteReplicationGroup(
                            request -> request.replicationGroupId(current.id()).finalSnapshotIdentifier(snapshot));
        }
        return Optional.of(LOOK_AGAIN);
    }
}
