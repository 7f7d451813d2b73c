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
import software.amazon.awssdk.services.ec2.model.Address;
import software.amazon.awssdk.services.ec2.model.DomainType;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;

/** A fixed public address. */
public final class AddressKind extends Ec2Kind<Address> {
    public AddressKind(AwsAccount account) {
        super(account);
    }

    @Override
    public String type() {
        return Types.ADDRESS;
    }

    /** AWS answers all addresses at once. */
    @Override
    Stream<Address> list(List<Filter> filters) {
        return reads().describeAddresses(request -> request.filters(filters)).addresses().stream();
    }

    @Override
    String idFilter() {
        return "allocation-id";
    }

    @Override
    String id(Address address) {
        return address.allocationId();
    }

    @Override
    List<Tag> tags(Address address) {
        return address.tags();
    }

    @Override
    Found found(Address address, Search.Wanted wanted) {
        return new Found(
                address.allocationId(),
                map(address.tags()),
                Status.READY,
                Value.Obj.EMPTY,
                Value.obj(Map.of("id", Value.text(address.allocationId()), "address", Value.text(address.publicIp()))));
    }

    @Override
    public Found create(Work work) {
        String id = writes().allocateAddress(request ->
                        request.domain(DomainType.VPC).tagSpecifications(tagged(ResourceType.ELASTIC_IP, work)))
                .allocationId();
        return again(work, id);
    }

    @Override
    public Found update(Work work, Found current) {
        return current;
    }

    @Override
    public Optional<Duration> delete(Found current) {
        writes().releaseAddress(request -> request.allocationId(current.id()));
        return Optional.empty();
    }
}
