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
import software.amazon.awssdk.services.rds.model.DBSubnetGroup;
import software.amazon.awssdk.services.rds.model.Subnet;

/** The subnets, in two zones, among which RDS chooses one for each database. */
public final class DbSubnetGroupKind extends ByName {
    private final AwsAccount account;

    public DbSubnetGroupKind(AwsAccount account) {
        this.account = account;
    }

    @Override
    public String type() {
        return Types.DB_SUBNET_GROUP;
    }

    @Override
    protected Optional<Found> look(String name, Search.Wanted wanted) {
        return account
                .rds()
                .reads()
                .describeDBSubnetGroups(request -> request.dbSubnetGroupName(name))
                .dbSubnetGroups()
                .stream()
                .findFirst()
                .map(group -> found(group, wanted));
    }

    private Found found(DBSubnetGroup group, Search.Wanted wanted) {
        List<String> subnets =
                group.subnets().stream().map(Subnet::subnetIdentifier).toList();
        Value.Obj spec = Value.obj(Map.of(
                "name", Value.text(group.dbSubnetGroupName()),
                "subnets", Specs.ordered(subnets, wanted.spec().get("subnets"))));
        return new Found(
                group.dbSubnetGroupName(),
                tags(group.dbSubnetGroupArn()),
                Status.READY,
                spec,
                Value.obj(Map.of("name", Value.text(group.dbSubnetGroupName()))));
    }

    private Map<String, String> tags(String arn) {
        return RdsTags.map(account.rds()
                .reads()
                .listTagsForResource(request -> request.resourceName(arn))
                .tagList());
    }

    @Override
    public Found create(Work work) {
        account.rds()
                .writes()
                .createDBSubnetGroup(request -> request.dbSubnetGroupName(name(work.spec()))
                        .dbSubnetGroupDescription(description(work))
                        .subnetIds(Specs.texts(work.spec().get("subnets")))
                        .tags(RdsTags.of(work)));
        return again(work);
    }

    @Override
    public Found update(Work work, Found current) {
        account.rds()
                .writes()
                .modifyDBSubnetGroup(request -> request.dbSubnetGroupName(current.id())
                        .dbSubnetGroupDescription(description(work))
                        .subnetIds(Specs.texts(work.spec().get("subnets"))));
        return again(work);
    }

    private static String description(Work work) {
        return "Private subnets of " + work.owner().project() + ", "
                + work.owner().environment();
    }

    @Override
    public Optional<Duration> delete(Found current) {
        account.rds().writes().deleteDBSubnetGroup(request -> request.dbSubnetGroupName(current.id()));
        return Optional.empty();
    }
}
