package dev.nanokit.provider.aws.database;

import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.aws.reconcile.Found;
import dev.nanokit.provider.aws.reconcile.Specs;
import dev.nanokit.provider.aws.reconcile.Status;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.Endpoint;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.SecurityGroupMembership;

/** What ElastiCache says of a replication group, as the provider understands it. */
record CacheReading(ReplicationGroup group, Optional<CacheCluster> node) {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

    Found found(Value.Obj wanted, Map<String, String> tags) {
        return new Found(
                group.replicationGroupId(), tags, status(), Specs.asked(spec(wanted), wanted), Value.obj(outputs()));
    }

    private Status status() {
        String status = group.status() == null ? "creating" : group.status();
        return switch (status) {
            case "available" -> Status.READY;
            case "deleting" -> new Status.Leaving(LOOK_AGAIN);
            case "create-failed" -> new Status.Failed(status);
            default -> new Status.Busy(status, LOOK_AGAIN);
        };
    }

    private Map<String, Value> spec(Value.Obj wanted) {
        Map<String, Value> spec = new TreeMap<>();
        spec.put("name", Value.text(group.replicationGroupId()));
        spec.put("class", Value.text(group.cacheNodeType()));
        spec.put("backupDays", Specs.num(group.snapshotRetentionLimit()));
        spec.put("encryptedAtRest", Value.bool(Boolean.TRUE.equals(group.atRestEncryptionEnabled())));
        spec.put("encryptedInTransit", Value.bool(Boolean.TRUE.equals(group.transitEncryptionEnabled())));
        spec.put("authenticated", Value.bool(Boolean.TRUE.equals(group.authTokenEnabled())));
        if (group.autoMinorVersionUpgrade() != null) {
            spec.put("minorUpgrades", Value.bool(group.autoMinorVersionUpgrade()));
        }
        node.ifPresent(one -> readNode(one, wanted, spec));
        return spec;
    }

    private static void readNode(CacheCluster node, Value.Obj wanted, Map<String, Value> spec) {
        spec.put("version", version(node, wanted));
        spec.put("subnetGroup", Specs.text(node.cacheSubnetGroupName()));
        spec.put(
                "securityGroups",
                Specs.ordered(
                        node.securityGroups().stream()
                                .map(SecurityGroupMembership::securityGroupId)
                                .toList(),
                        wanted.get("securityGroups")));
    }

    /** A patch that AWS applied by itself is no difference; the version that runs stands in the outputs. */
    private static Value version(CacheCluster node, Value.Obj wanted) {
        return wanted.get("version") instanceof Value.Text(String asked)
                        && EngineVersion.parse(node.engineVersion(), "redis")
                                .satisfies(EngineVersion.parse(asked, "redis"))
                ? Value.text(asked)
                : Specs.text(node.engineVersion());
    }

    private Map<String, Value> outputs() {
        Map<String, Value> outputs = new TreeMap<>();
        outputs.put("id", Value.text(group.replicationGroupId()));
        outputs.put("arn", Specs.text(group.arn()));
        outputs.put("user", Value.text("default"));
        outputs.put("made", Value.text(String.valueOf(group.replicationGroupCreateTime())));
        node.ifPresent(one -> outputs.put("version", Specs.text(one.engineVersion())));
        group.nodeGroups().stream()
                .flatMap(nodes -> Optional.ofNullable(nodes.primaryEndpoint()).stream())
                .findFirst()
                .ifPresent(endpoint -> address(endpoint, outputs));
        return outputs;
    }

    private static void address(Endpoint endpoint, Map<String, Value> outputs) {
        outputs.put("host", Specs.text(endpoint.address()));
        outputs.put("port", Specs.num(endpoint.port()));
    }
}
