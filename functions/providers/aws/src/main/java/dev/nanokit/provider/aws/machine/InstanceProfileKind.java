package dev.nanokit.provider.aws.machine;

import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.aws.Tags;
import dev.nanokit.provider.aws.call.AwsAccount;
import dev.nanokit.provider.aws.compile.Types;
import dev.nanokit.provider.aws.reconcile.ByName;
import dev.nanokit.provider.aws.reconcile.Found;
import dev.nanokit.provider.aws.reconcile.Search;
import dev.nanokit.provider.aws.reconcile.Specs;
import dev.nanokit.provider.aws.reconcile.Status;
import dev.nanokit.provider.aws.reconcile.Work;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.InstanceProfile;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.Tag;

/** By what a machine takes its role on. */
public final class InstanceProfileKind extends ByName {
    private final AwsAccount account;

    public InstanceProfileKind(AwsAccount account) {
        this.account = account;
    }

    @Override
    public String type() {
        return Types.INSTANCE_PROFILE;
    }

    @Override
    protected Optional<Found> look(String name, Search.Wanted wanted) {
        InstanceProfile profile = account.iam()
                .reads()
                .getInstanceProfile(request -> request.instanceProfileName(name))
                .instanceProfile();
        return Optional.of(found(profile));
    }

    private static Found found(InstanceProfile profile) {
        Value role = profile.roles().stream()
                .map(Role::roleName)
                .findFirst()
                .map(Specs::text)
                .orElse(Value.NULL);
        return new Found(
                profile.instanceProfileName(),
                Tags.from(profile.tags(), Tag::key, Tag::value),
                Status.READY,
                Value.obj(Map.of("name", Value.text(profile.instanceProfileName()), "role", role)),
                Value.obj(Map.of("name", Value.text(profile.instanceProfileName()), "arn", Value.text(profile.arn()))));
    }

    @Override
    public Found create(Work work) {
        writes().createInstanceProfile(request -> request.instanceProfileName(name(work.spec()))
                .tags(Tags.in(
                        work.tags(),
                        (key, value) -> Tag.builder().key(key).value(value).build())));
        addRole(work);
        return again(work);
    }

    /** A profile holds one role at most. */
    @Override
    public Found update(Work work, Found current) {
        removeRole(current);
        addRole(work);
        return again(work);
    }

    private void addRole(Work work) {
        writes().addRoleToInstanceProfile(request -> request.instanceProfileName(name(work.spec()))
                .roleName(work.spec().text("role")));
    }

    private void removeRole(Found current) {
        if (current.spec().get("role") instanceof Value.Text(String role)) {
            writes().removeRoleFromInstanceProfile(
                            request -> request.instanceProfileName(current.id()).roleName(role));
        }
    }

    @Override
    public Optional<Duration> delete(Found current) {
        removeRole(current);
        writes().deleteInstanceProfile(request -> request.instanceProfileName(current.id()));
        return Optional.empty();
    }

    private IamClient writes() {
        return account.iam().writes();
    }
}
