package dev.nanokit.provider.aws.eks;

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
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.eks.model.Addon;
import software.amazon.awssdk.services.eks.model.AddonIssue;
import software.amazon.awssdk.services.eks.model.ResolveConflicts;

/** A part of a Kubernetes cluster that EKS looks after, in the version that fits the cluster. */
public final class AddonKind extends ByName {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(15);

    private final AwsAccount account;

    public AddonKind(AwsAccount account) {
        this.account = account;
    }

    @Override
    public String type() {
        return Types.KUBERNETES_ADDON;
    }

    @Override
    protected Optional<Found> look(String name, Search.Wanted wanted) {
        return Optional.of(found(account.eks()
                .reads()
                .describeAddon(request ->
                        request.clusterName(wanted.spec().text("cluster")).addonName(name))
                .addon()));
    }

    private static Found found(Addon addon) {
        return new Found(
                addon.addonName(),
                addon.tags(),
                status(addon),
                Value.obj(Map.of("name", Value.text(addon.addonName()), "cluster", Value.text(addon.clusterName()))),
                Value.obj(Map.of("version", Specs.text(addon.addonVersion()))));
    }

    private static Status status(Addon addon) {
        return switch (addon.status()) {
            case ACTIVE, DEGRADED, UPDATE_FAILED, UNKNOWN_TO_SDK_VERSION -> Status.READY;
            case CREATING -> new Status.Busy("being put in", LOOK_AGAIN);
            case UPDATING -> new Status.Busy("being changed", LOOK_AGAIN);
            case DELETING -> new Status.Leaving(LOOK_AGAIN);
            case CREATE_FAILED, DELETE_FAILED -> new Status.Failed(why(addon));
        };
    }

    private static String why(Addon addon) {
        String issues = addon.health() == null
                ? ""
                : addon.health().issues().stream().map(AddonIssue::message).collect(Collectors.joining("; "));
        return issues.isEmpty() ? addon.statusAsString() : issues;
    }

    /** A new cluster has the same parts, which nobody looks after: they are taken over. */
    @Override
    public Found create(Work work) {
        account.eks()
                .writes()
                .createAddon(request -> request.clusterName(work.spec().text("cluster"))
                        .addonName(name(work.spec()))
                        .resolveConflicts(ResolveConflicts.OVERWRITE)
                        .clientRequestToken(work.token())
                        .tags(work.tags()));
        return again(work);
    }

    @Override
    public Found update(Work work, Found current) {
        return current;
    }

    @Override
    public Optional<Duration> delete(Found current) {
        account.eks()
                .writes()
                .deleteAddon(request ->
                        request.clusterName(current.spec().text("cluster")).addonName(current.id()));
        return Optional.of(LOOK_AGAIN);
    }
}
