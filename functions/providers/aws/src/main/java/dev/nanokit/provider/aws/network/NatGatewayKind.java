package dev.nanokit.provider.aws.network;

import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.aws.call.AwsAccount;
import dev.nanokit.provider.aws.compile.Types;
import dev.nanokit.provider.aws.reconcile.Found;
import dev.nanokit.provider.aws.reconcile.Search;
import dev.nanokit.provider.aws.reconcile.Status;
import dev.nanokit.provider.aws.reconcile.Work;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.NatGateway;
import software.amazon.awssdk.services.ec2.model.NatGatewayAddress;
import software.amazon.awssdk.services.ec2.model.NatGatewayState;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;

/** The way out for private subnets. Takes minutes to be made and to go; AWS shows it as deleted for an hour. */
public final class NatGatewayKind extends Ec2Kind<NatGateway> {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(15);

    public NatGatewayKind(AwsAccount account) {
        super(account);
    }

    @Override
    public String type() {
        return Types.NAT_GATEWAY;
    }

    @Override
    Stream<NatGateway> list(List<Filter> filters) {
        return reads().describeNatGatewaysPaginator(request -> request.filter(filters)).natGateways().stream()
                .filter(gateway -> gateway.state() != NatGatewayState.DELETED);
    }

    @Override
    String idFilter() {
        return "nat-gateway-id";
    }

    @Override
    String id(NatGateway gateway) {
        return gateway.natGatewayId();
    }

    @Override
    List<Tag> tags(NatGateway gateway) {
        return gateway.tags();
    }

    @Override
    Found found(NatGateway gateway, Search.Wanted wanted) {
        Value address = gateway.natGatewayAddresses().stream()
                .map(NatGatewayAddress::allocationId)
                .findFirst()
                .<Value>map(Value::text)
                .orElse(Value.NULL);
        return new Found(
                gateway.natGatewayId(),
                map(gateway.tags()),
                status(gateway),
                Value.obj(Map.of("subnet", Value.text(gateway.subnetId()), "address", address)),
                Value.obj(Map.of("id", Value.text(gateway.natGatewayId()))));
    }

    private static Status status(NatGateway gateway) {
        return switch (gateway.state()) {
            case PENDING -> new Status.Busy("being made", LOOK_AGAIN);
            case DELETING, DELETED -> new Status.Leaving(LOOK_AGAIN);
            case FAILED -> new Status.Failed(gateway.failureMessage());
            case AVAILABLE, UNKNOWN_TO_SDK_VERSION -> Status.READY;
        };
    }

    @Override
    public Found create(Work work) {
        String id = writes().createNatGateway(
                        request -> request.subnetId(work.spec().text("subnet"))
                                .allocationId(work.spec().text("address"))
                                .clientToken(work.token())
                                .tagSpecifications(tagged(ResourceType.NATGATEWAY, work)))
                .natGateway()
                .natGatewayId();
        return again(work, id);
    }

    @Override
    public Found update(Work work, Found current) {
        return current;
    }

    @Override
    public Optional<Duration> delete(Found current) {
        writes().deleteNatGateway(request -> request.natGatewayId(current.id()));
        return Optional.of(LOOK_AGAIN);
    }
}
