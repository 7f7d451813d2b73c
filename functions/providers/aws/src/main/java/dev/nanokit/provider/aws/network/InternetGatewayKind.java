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
import software.amazon.awssdk.services.ec2.model.InternetGateway;
import software.amazon.awssdk.services.ec2.model.InternetGatewayAttachment;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;

/** The way between a VPC and the internet. */
public final class InternetGatewayKind extends Ec2Kind<InternetGateway> {
    public InternetGatewayKind(AwsAccount account) {
        super(account);
    }

    @Override
    public String type() {
        return Types.INTERNET_GATEWAY;
    }

    @Override
    Stream<InternetGateway> list(List<Filter> filters) {
        return reads()
                .describeInternetGatewaysPaginator(request -> request.filters(filters))
                .internetGateways()
                .stream();
    }

    @Override
    String idFilter() {
        return "internet-gateway-id";
    }

    @Override
    String id(InternetGateway gateway) {
        return gateway.internetGatewayId();
    }

    @Override
    List<Tag> tags(InternetGateway gateway) {
        return gateway.tags();
    }

    @Override
    Found found(InternetGateway gateway, Search.Wanted wanted) {
        Value attached = gateway.attachments().stream()
                .map(InternetGatewayAttachment::vpcId)
                .findFirst()
                .<Value>map(Value::text)
                .orElse(Value.NULL);
        return new Found(
                gateway.internetGatewayId(),
                map(gateway.tags()),
                Status.READY,
                Value.obj(Map.of("vpc", attached)),
                Value.obj(Map.of("id", Value.text(gateway.internetGatewayId()))));
    }

    @Override
    public Found create(Work work) {
        String id = writes().createInternetGateway(
                        request -> request.tagSpecifications(tagged(ResourceType.INTERNET_GATEWAY, work)))
                .internetGateway()
                .internetGatewayId();
        attach(work, id);
        return again(work, id);
    }

    @Override
    public Found update(Work work, Found current) {
        detach(current);
        attach(work, current.id());
        return again(work, current.id());
    }

    private void attach(Work work, String id) {
        writes().attachInternetGateway(request ->
                request.internetGatewayId(id).vpcId(work.spec().text("vpc")));
    }

    private void detach(Found current) {
        if (current.spec().get("vpc") instanceof Value.Text(String vpc)) {
            writes().detachInternetGateway(
                            request -> request.internetGatewayId(current.id()).vpcId(vpc));
        }
    }

    @Override
    public Optional<Duration> delete(Found current) {
        detach(current);
        writes().deleteInternetGateway(request -> request.internetGatewayId(current.id()));
        return Optional.empty();
    }
}
