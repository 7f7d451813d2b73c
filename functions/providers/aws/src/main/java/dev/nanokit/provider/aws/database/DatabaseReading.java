package dev.nanokit.provider.aws.database;

import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.aws.reconcile.Found;
import dev.nanokit.provider.aws.reconcile.Specs;
import dev.nanokit.provider.aws.reconcile.Status;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DBSubnetGroup;
import software.amazon.awssdk.services.rds.model.VpcSecurityGroupMembership;

/** What RDS says of a database, as the provider understands it. */
record DatabaseReading(DBInstance instance) {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

    static DatabaseReading of(DBInstance instance) {
        return new DatabaseReading(instance);
    }

    Found found(Value.Obj wanted) {
        return new Found(
                instance.dbInstanceIdentifier(),
                RdsTags.map(instance.tagList()),
                status(),
                Specs.asked(spec(wanted), wanted),
                Value.obj(outputs()));
    }

    /** It works while its storage is optimised, which takes hours, and can be changed while it is full or stopped. */
    private Status status() {
        String status = instance.dbInstanceStatus() == null ? "creating" : instance.dbInstanceStatus();
        return switch (status) {
            case "available", "storage-optimization", "storage-config-upgrade", "storage-full", "stopped" ->
                Status.READY;
            case "deleting" -> new Status.Leaving(LOOK_AGAIN);
            case "failed", "restore-error", "inaccessible-encryption-credentials" -> new Status.Failed(status);
            default ->
                status.startsWith("incompatible-") ? new Status.Failed(status) : new Status.Busy(status, LOOK_AGAIN);
        };
    }

    private Map<String, Value> spec(Value.Obj wanted) {
        Map<String, Value> spec = new TreeMap<>();
        spec.put("name", Value.text(instance.dbInstanceIdentifier()));
        spec.put("engine", Value.text(instance.engine()));
        spec.put("version", version(wanted));
        spec.put("class", Value.text(instance.dbInstanceClass()));
        spec.put("storage", Specs.num(instance.allocatedStorage()));
        spec.put("storageType", Specs.text(instance.storageType()));
        spec.put("encrypted", flag(instance.storageEncrypted()));
        spec.put("database", Specs.text(instance.dbName()));
        spec.put("user", Specs.text(instance.masterUsername()));
        spec.put("subnetGroup", subnetGroup());
        spec.put("securityGroups", Specs.ordered(securityGroups(), wanted.get("securityGroups")));
        spec.put("backupDays", Specs.num(instance.backupRetentionPeriod()));
        spec.put("multiZone", flag(instance.multiAZ()));
        spec.put("public", flag(instance.publiclyAccessible()));
        spec.put("minorUpgrades", flag(instance.autoMinorVersionUpgrade()));
        spec.put("deletionProtection", flag(instance.deletionProtection()));
        spec.put("managedPassword", Value.bool(instance.masterUserSecret() != null));
        return spec;
    }

    /** A patch that AWS applied by itself is no difference; the version that runs stands in the outputs. */
    private Value version(Value.Obj wanted) {
        if (wanted.get("version") instanceof Value.Text(String asked)) {
            EngineVersion runs = EngineVersion.parse(instance.engineVersion(), instance.engine());
            if (runs.satisfies(EngineVersion.parse(asked, instance.engine()))) {
                return Value.text(asked);
            }
        }
        return Specs.text(instance.engineVersion());
    }

    private Value subnetGroup() {
        DBSubnetGroup group = instance.dbSubnetGroup();
        return group == null ? Value.NULL : Specs.text(group.dbSubnetGroupName());
    }

    private List<String> securityGroups() {
        return instance.vpcSecurityGroups().stream()
                .map(VpcSecurityGroupMembership::vpcSecurityGroupId)
                .toList();
    }

    private static Value flag(Boolean flag) {
        return Value.bool(Boolean.TRUE.equals(flag));
    }

    private Map<String, Value> outputs() {
        Map<String, Value> outputs = new TreeMap<>();
        outputs.put("id", Value.text(instance.dbInstanceIdentifier()));
        outputs.put("arn", Specs.text(instance.dbInstanceArn()));
        outputs.put("resourceId", Specs.text(instance.dbiResourceId()));
        outputs.put("made", Value.text(String.valueOf(instance.instanceCreateTime())));
        outputs.put("version", Specs.text(instance.engineVersion()));
        outputs.put("user", Specs.text(instance.masterUsername()));
        outputs.put("database", Specs.text(instance.dbName()));
        if (instance.endpoint() != null) {
            outputs.put("host", Specs.text(instance.endpoint().address()));
            outputs.put("port", Specs.num(instance.endpoint().port()));
        }
        if (instance.masterUserSecret() != null) {
            outputs.put("secretArn", Specs.text(instance.masterUserSecret().secretArn()));
        }
        return outputs;
    }
}
