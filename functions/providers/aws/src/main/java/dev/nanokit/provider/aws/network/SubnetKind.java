package dev.nanokit.provider.aws.network;

import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.ProviderException;
import dev.nanokit.provider.aws.call.AwsAccount;
import dev.nanokit.provider.aws.compile.Types;
import dev.nanokit.provider.aws.reconcile.Found;
import dev.nanokit.provider.aws.reconcile.Search;
import dev.nanokit.provider.aws.reconcile.Specs;
import dev.nanokit.provider.aws.reconcile.Status;
import dev.nanokit.provider.aws.reconcile.Work;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.SubnetState;
import software.amazon.awssdk.services.ec2.model.Tag;

/** A subnet in one of the region's zones. Which zone is told by its number, since accounts have different ones. */
public final class SubnetKind extends Ec2Kind<Subnet> {
    public SubnetKind(AwsAccount account) {
        super(account);
    }

    @Override
    public String type() {
        return Types.SUBNET;
    }

    @Override
    Stream<Subnet> list(List<Filter> filters) {
        return reads().describeSubnetsPaginator(request -> request.filters(filters)).subnets().stream();
    }

    @Override
    String idFilter() {
        return "subnet-id";
    }

    @Override
    String id(Subnet subnet) {
        return subnet.subnetId();
    }

    @Override
    List<Tag> tags(Subnet subnet) {
        return subnet.tags();
    }

    @Override
    Found found(Subnet subnet, Search.Wanted wanted) {
        Status status = subnet.state() == SubnetState.PENDING
                ? new Status.Busy("being made", Duration.ofSeconds(2))
                : Status.READY;
        Value.Obj spec = Value.obj(Map.of(
                "vpc", Value.text(subnet.vpcId()),
                "cidr", Value.text(subnet.cidrBlock()),
                "publicAddresses", Value.bool(subnet.mapPublicIpOnLaunch())));
        Value.Obj outputs = Value.obj(
                Map.of("id", Value.text(subnet.subnetId()), "availabilityZone", Value.text(subnet.availabilityZone())));
        return new Found(subnet.subnetId(), map(subnet.tags()), status, spec, outputs);
    }

    @Override
    public Found create(Work work) {
        String zone = zone(work);
        String id = writes().createSubnet(request -> request.vpcId(work.spec().text("vpc"))
                        .cidrBlock(work.spec().text("cidr"))
                        .availabilityZone(zone)
                        .tagSpecifications(tagged(ResourceType.SUBNET, work)))
                .subnet()
                .subnetId();
        return givePublicAddresses(work, id);
    }

    private String zone(Work work) {
        int number = Specs.number(work.spec(), "zone");
        List<String> zones = Zones.of(reads());
        if (zones.size() < number) {
            throw new ProviderException(
                    "the region has " + zones.size() + " zones that this account can use, and subnets are to be in two",
                    false,
                    "zones",
                    "choose another infra.region",
                    null);
        }
        return zones.get(number - 1);
    }

    @Override
    public Found update(Work work, Found current) {
        return givePublicAddresses(work, current.id());
    }

    private Found givePublicAddresses(Work work, String id) {
        boolean wanted = Specs.isTrue(work.spec(), "publicAddresses");
        writes().modifySubnetAttribute(
                        request -> request.subnetId(id).mapPublicIpOnLaunch(value -> value.value(wanted)));
        return again(work, id);
    }

    @Override
    public Optional<Duration> delete(Found current) {
        writes().deleteSubnet(request -> request.subnetId(current.id()));
        return Optional.empty();
    }
}
