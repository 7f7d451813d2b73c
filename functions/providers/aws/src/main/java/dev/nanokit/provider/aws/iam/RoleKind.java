package dev.nanokit.provider.aws.iam;

import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.aws.Tags;
import dev.nanokit.provider.aws.call.AwsAccount;
import dev.nanokit.provider.aws.compile.Types;
import dev.nanokit.provider.aws.reconcile.Found;
import dev.nanokit.provider.aws.reconcile.Kind;
import dev.nanokit.provider.aws.reconcile.Search;
import dev.nanokit.provider.aws.reconcile.Specs;
import dev.nanokit.provider.aws.reconcile.Status;
import dev.nanokit.provider.aws.reconcile.Work;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.Tag;

/**
 * A role: {@code trust} says who may take it on, {@code policy} what it may do by a policy of its own, {@code managed} which
 * of AWS's policies it has. A role whose spec names no {@code policy} or no {@code managed} may be given some by hand.
 */
public final class RoleKind implements Kind {
    private static final String POLICY = "nanokit";

    private final AwsAccount account;

    public RoleKind(AwsAccount account) {
        this.account = account;
    }

    @Override
    public String type() {
        return Types.ROLE;
    }

    @Override
    public Map<ResourceKey, Found> find(Search search) {
        Map<ResourceKey, Found> found = new TreeMap<>();
        search.wanted().forEach(wanted -> look(wanted.spec()).ifPresent(role -> found.put(wanted.key(), role)));
        return found;
    }

    private Optional<Found> look(Value.Obj wanted) {
        try {
            return Optional.of(found(
                    reads().getRole(request -> request.roleName(wanted.text("name")))
                            .role(),
                    wanted));
        } catch (NoSuchEntityException e) {
            return Optional.empty();
        }
    }

    private Found found(Role role, Value.Obj wanted) {
        Map<String, Value> spec = new TreeMap<>();
        spec.put("name", Value.text(role.roleName()));
        spec.put("trust", PolicyDocument.parse(role.assumeRolePolicyDocument()));
        if (wanted.fields().containsKey("policy")) {
            spec.put("policy", policy(role.roleName()));
        }
        if (wanted.fields().containsKey("managed")) {
            spec.put("managed", Specs.ordered(managed(role.roleName()), wanted.get("managed")));
        }
        Map<String, String> tags = Tags.from(role.tags(), Tag::key, Tag::value);
        Value.Obj outputs = Value.obj(Map.of("arn", Value.text(role.arn()), "name", Value.text(role.roleName())));
        return new Found(role.roleName(), tags, Status.READY, Value.obj(spec), outputs);
    }

    private Value policy(String role) {
        try {
            return PolicyDocument.parse(
                    reads().getRolePolicy(request -> request.roleName(role).policyName(POLICY))
                            .policyDocument());
        } catch (NoSuchEntityException e) {
            return Value.NULL;
        }
    }

    private List<String> managed(String role) {
        return reads().listAttachedRolePoliciesPaginator(request -> request.roleName(role)).attachedPolicies().stream()
                .map(AttachedPolicy::policyArn)
                .toList();
    }

    @Override
    public Found create(Work work) {
        writes().createRole(request -> request.roleName(work.spec().text("name"))
                .assumeRolePolicyDocument(PolicyDocument.json(work.spec().get("trust")))
                .tags(Tags.in(
                        work.tags(),
                        (key, value) -> Tag.builder().key(key).value(value).build())));
        return bring(work, Value.Obj.EMPTY);
    }

    @Override
    public Found update(Work work, Found current) {
        writes().updateAssumeRolePolicy(request -> request.roleName(current.id())
                .policyDocument(PolicyDocument.json(work.spec().get("trust"))));
        return bring(work, current.spec());
    }

    private Found bring(Work work, Value.Obj there) {
        String name = work.spec().text("name");
        if (work.spec().get("policy") instanceof Value.Obj policy) {
            writes().putRolePolicy(request ->
                    request.roleName(name).policyName(POLICY).policyDocument(PolicyDocument.json(policy)));
        }
        bringManaged(
                name, Specs.texts(there.get("managed")), Specs.texts(work.spec().get("managed")));
        return look(work.spec()).orElseGet(() -> Found.unseen(name, work, Duration.ofSeconds(2)));
    }

    private void bringManaged(String name, List<String> there, List<String> wanted) {
        wanted.stream()
                .filter(arn -> !there.contains(arn))
                .forEach(arn -> writes().attachRolePolicy(
                                request -> request.roleName(name).policyArn(arn)));
        there.stream()
                .filter(arn -> !wanted.contains(arn))
                .forEach(arn -> writes().detachRolePolicy(
                                request -> request.roleName(name).policyArn(arn)));
    }

    /** A role goes only when it holds nothing, what was given to it by hand included. */
    @Override
    public Optional<Duration> delete(Found current) {
        String name = current.id();
        managed(name)
                .forEach(arn -> writes().detachRolePolicy(
                                request -> request.roleName(name).policyArn(arn)));
        reads().listRolePoliciesPaginator(request -> request.roleName(name))
                .policyNames()
                .forEach(policy -> writes().deleteRolePolicy(
                                request -> request.roleName(name).policyName(policy)));
        writes().deleteRole(request -> request.roleName(name));
        return Optional.empty();
    }

    private IamClient reads() {
        return account.iam().reads();
    }

    private IamClient writes() {
        return account.iam().writes();
    }
}
