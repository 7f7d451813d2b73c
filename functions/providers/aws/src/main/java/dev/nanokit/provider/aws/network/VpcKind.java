package dev.nanokit.provider.aws.network;

import dev.nanokit.engine.value.Value;
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
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ec2.model.VpcAttributeName;
import software.amazon.awssdk.services.ec2.model.VpcState;

/** A VPC of the environment's own. */
public final class VpcKind extends Ec2Kind<Vpc> {
    public VpcKind(AwsAccount account) {
        super(account);
    }

    @Override
    public String type() {
        return Types.VPC;
    }

    @Override
    Stream<Vpc> list(List<Filter> filters) {
        return reads().describeVpcsPaginator(request -> request.filters(filters)).vpcs().stream();
    }

    @Override
    String idFilter() {
        return "vpc-id";
    }

    @Override
    String id(Vpc vpc) {
        return vpc.vpcId();
    }

    @Override
    List<Tag> tags(Vpc vpc) {
        return vpc.tags();
    }

    @Override
    Found found(Vpc vpc, Search.Wanted wanted) {
        Status status =
                vpc.state() == VpcState.PENDING ? new Status.Busy("being made", Duration.ofSeconds(2)) : Status.READY;
        Value.Obj spec = Value.obj(Map.of(
                "cidr", Value.text(vpc.cidrBlock()),
                "dnsHostnames", Value.bool(hasDnsHostnames(vpc.vpcId()))));
        Value.Obj outputs = Value.obj(Map.of("id", Value.text(vpc.vpcId()), "cidr", Value.text(vpc.cidrBlock())));
        return new Found(vpc.vpcId(), map(vpc.tags()), status, spec, outputs);
    }

    private boolean hasDnsHostnames(String id) {
        return reads().describeVpcAttribute(
                        request -> request.vpcId(id).attribute(VpcAttributeName.ENABLE_DNS_HOSTNAMES))
                .enableDnsHostnames()
                .value();
    }

    @Override
    public Found create(Work work) {
        String id = writes().createVpc(request ->
                        request.cidrBlock(work.spec().text("cidr")).tagSpecifications(tagged(ResourceType.VPC, work)))
                .vpc()
                .vpcId();
        return name(work, id);
    }

    @Override
    public Found update(Work work, Found current) {
        return name(work, current.id());
    }

    /** Names for addresses: databases and clusters are reached by name. */
    private Found name(Work work, String id) {
        boolean wanted = Specs.isTrue(work.spec(), "dnsHostnames");
        writes().modifyVpcAttribute(request -> request.vpcId(id).enableDnsHostnames(value -> value.value(wanted)));
        return again(work, id);
    }

    @Override
    public Optional<Duration> delete(Found current) {
        writes().deleteVpc(request -> request.vpcId(current.id()));
        return Optional.empty();
    }
}
