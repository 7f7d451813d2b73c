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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rds.model.CreateDbInstanceRequest;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.Filter;
import software.amazon.awssdk.services.rds.model.ModifyDbInstanceRequest;

/**
 * A postgres or mysql database at RDS. Takes ten minutes to be made and to go. It is protected from deletion until its
 * deletion has been decided, and leaves a snapshot behind.
 */
public final class DatabaseKind implements Kind {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

    private final AwsAccount account;

    public DatabaseKind(AwsAccount account) {
        this.account = account;
    }

    @Override
    public String type() {
        return Types.DATABASE;
    }

    @Override
    public Map<ResourceKey, Found> find(Search search) {
        Map<String, DBInstance> byName = new HashMap<>();
        list(search.wanted().stream().flatMap(DatabaseKind::names).distinct().toList())
                .forEach(instance -> byName.put(instance.dbInstanceIdentifier(), instance));
        Map<ResourceKey, Found> found = new TreeMap<>();
        search.wanted()
                .forEach(wanted -> names(wanted)
                        .filter(byName::containsKey)
                        .findFirst()
                        .ifPresent(name -> found.put(
                                wanted.key(),
                                DatabaseReading.of(byName.get(name)).found(wanted.spec()))));
        return found;
    }

    private static Stream<String> names(Search.Wanted wanted) {
        return Stream.concat(wanted.id().stream(), Stream.of(wanted.spec().text("name")));
    }

    private Stream<DBInstance> list(List<String> names) {
        Filter filter = Filter.builder().name("db-instance-id").values(names).build();
        return account
                .rds()
                .reads()
                .describeDBInstancesPaginator(request -> request.filters(filter))
                .dbInstances()
                .stream();
    }

    @Override
    public Found create(Work work) {
        Value.Obj spec = work.spec();
        CreateDbInstanceRequest.Builder request = CreateDbInstanceRequest.builder()
                .dbInstanceIdentifier(spec.text("name"))
                .engine(spec.text("engine"))
                .engineVersion(spec.text("version"))
                .dbInstanceClass(spec.text("class"))
                .allocatedStorage(Specs.number(spec, "storage"))
                .storageType(spec.text("storageType"))
                .storageEncrypted(Specs.isTrue(spec, "encrypted"))
                .dbName(spec.text("database"))
                .masterUsername(spec.text("user"))
                .dbSubnetGroupName(spec.text("subnetGroup"))
                .vpcSecurityGroupIds(Specs.texts(spec.get("securityGroups")))
                .backupRetentionPeriod(Specs.number(spec, "backupDays"))
                .multiAZ(Specs.isTrue(spec, "multiZone"))
                .publiclyAccessible(Specs.isTrue(spec, "public"))
                .autoMinorVersionUpgrade(Specs.isTrue(spec, "minorUpgrades"))
                .deletionProtection(Specs.isTrue(spec, "deletionProtection"))
                .copyTagsToSnapshot(true)
                .tags(RdsTags.of(work));
        if (Specs.isTrue(spec, "managedPassword")) {
            request.manageMasterUserPassword(true);
        } else {
            request.masterUserPassword(password(spec));
        }
        return DatabaseReading.of(
                        account.rds().writes().createDBInstance(request.build()).dbInstance())
                .found(spec);
    }

    private static String password(Value.Obj spec) {
        return ((Value.Hidden) spec.get("password")).secret().reveal();
    }

    @Override
    public Found update(Work work, Found current) {
        ModifyDbInstanceRequest.Builder request = ModifyDbInstanceRequest.builder()
                .dbInstanceIdentifier(current.id())
                .applyImmediately(true);
        change(work, current, request);
        changePassword(work, current, request);
        Found asked = DatabaseReading.of(
                        account.rds().writes().modifyDBInstance(request.build()).dbInstance())
                .found(work.spec());
        return asked.status() instanceof Status.Ready ? asked.with(new Status.Busy("modifying", LOOK_AGAIN)) : asked;
    }

    private static void change(Work work, Found current, ModifyDbInstanceRequest.Builder request) {
        Value.Obj spec = work.spec();
        changed(
                work,
                current,
                "version",
                () -> request.engineVersion(spec.text("version")).allowMajorVersionUpgrade(true));
        changed(work, current, "class", () -> request.dbInstanceClass(spec.text("class")));
        changed(work, current, "storage", () -> request.allocatedStorage(Specs.number(spec, "storage")));
        changed(work, current, "storageType", () -> request.storageType(spec.text("storageType")));
        changed(
                work,
                current,
                "securityGroups",
                () -> request.vpcSecurityGroupIds(Specs.texts(spec.get("securityGroups"))));
        changed(work, current, "backupDays", () -> request.backupRetentionPeriod(Specs.number(spec, "backupDays")));
        changed(work, current, "multiZone", () -> request.multiAZ(Specs.isTrue(spec, "multiZone")));
        changed(work, current, "public", () -> request.publiclyAccessible(Specs.isTrue(spec, "public")));
        changed(
                work,
                current,
                "minorUpgrades",
                () -> request.autoMinorVersionUpgrade(Specs.isTrue(spec, "minorUpgrades")));
        changed(
                work,
                current,
                "deletionProtection",
                () -> request.deletionProtection(Specs.isTrue(spec, "deletionProtection")));
    }

    private static void changed(Work work, Found current, String field, Runnable bring) {
        if (Specs.differs(work, current, field)) {
            bring.run();
        }
    }

    /** A password of the file's can't be read back, so it is set again whenever something is changed. */
    private static void changePassword(Work work, Found current, ModifyDbInstanceRequest.Builder request) {
        boolean managed = Specs.isTrue(work.spec(), "managedPassword");
        if (Specs.differs(work, current, "managedPassword")) {
            request.manageMasterUserPassword(managed);
        }
        if (!managed) {
            request.masterUserPassword(password(work.spec()));
        }
    }

    @Override
    public Optional<Duration> delete(Found current) {
        if (!(current.status() instanceof Status.Busy)) {
            if (Specs.isTrue(current.spec(), "deletionProtection")) {
                unprotect(current);
            } else {
                remove(current);
            }
        }
        return Optional.of(LOOK_AGAIN);
    }

    private void unprotect(Found current) {
        account.rds()
                .writes()
                .modifyDBInstance(request -> request.dbInstanceIdentifier(current.id())
                        .deletionProtection(false)
                        .applyImmediately(true));
    }

    /** The snapshot's name is the same however often the deletion is asked for, and another for the next database. */
    private void remove(Found current) {
        String made = current.outputs().text("resourceId") + current.outputs().text("made");
        account.rds()
                .writes()
                .deleteDBInstance(request -> request.dbInstanceIdentifier(current.id())
                        .finalDBSnapshotIdentifier(current.id() + "-final-" + Names.digest(made))
                        .deleteAutomatedBackups(true));
    }
}
