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
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Who may speak to what is in the group. What is in it may speak to everybody, which is AWS's own default. */
public final class SecurityGroupKind extends Ec2Kind<SecurityGroup> {
    public SecurityGroupKind(AwsAccount account) {
        super(account);
    }

    @Override
    public String type() {
        return Types.SECURITY_GROUP;
    }

    @Override
    Stream<SecurityGroup> list(List<Filter> filters) {
        return reads().describeSecurityGroupsPaginator(request -> request.filters(filters)).securityGroups().stream();
    }

    @Override
    String idFilter() {
        return "group-id";
    }

    @Override
    String id(SecurityGroup group) {
        return group.groupId();
    }

    @Override
    List<Tag> tags(SecurityGroup group) {
        return group.tags();
    }

    @Override
    Found found(SecurityGroup group, Search.Wanted wanted) {
        Value.Obj spec = Value.obj(Map.of(
                "vpc", Value.text(group.vpcId()),
                "name", Value.text(group.groupName()),
                "description", Value.text(group.description()),
                "ingress", IngressRule.ordered(IngressRule.of(group), wanted.spec())));
        Value.Obj outputs = Value.obj(Map.of("id", Value.text(group.groupId())));
        return new Found(group.groupId(), map(group.tags()), Status.READY, spec, outputs);
    }

    @Override
    public Found create(Work work) {
        String id = writes().createSecurityGroup(
                        request -> request.vpcId(work.spec().text("vpc"))
                                .groupName(work.spec().text("name"))
                                .description(work.spec().text("description"))
                                .tagSpecifications(tagged(ResourceType.SECURITY_GROUP, work)))
                .groupId();
        return bring(work, id, List.of());
    }

    @Override
    public Found update(Work work, Found current) {
        return bring(work, current.id(), IngressRule.of(current.spec()));
    }

    private Found bring(Work work, String id, List<IngressRule> there) {
        List<IngressRule> wanted = IngressRule.of(work.spec());
        List<IngressRule> missing =
                wanted.stream().filter(rule -> !there.contains(rule)).toList();
        List<IngressRule> tooMuch =
                there.stream().filter(rule -> !wanted.contains(rule)).toList();
        if (!missing.isEmpty()) {
            writes().authorizeSecurityGroupIngress(
                            request -> request.groupId(id).ipPermissions(IngressRule.permissions(missing, id)));
        }
        if (!tooMuch.isEmpty()) {
            writes().revokeSecurityGroupIngress(
                            request -> request.groupId(id).ipPermissions(IngressRule.permissions(tooMuch, id)));
        }
        return again(work, id);
    }

    @Override
    public Optional<Duration> delete(Found current) {
        writes().deleteSecurityGroup(request -> request.groupId(current.id()));
        return Optional.empty();
    }
}
