package dev.nanokit.provider.aws;

import dev.nanokit.engine.plan.Change;
import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.resource.Observed;
import dev.nanokit.engine.resource.Owner;
import dev.nanokit.engine.resource.RecordedResource;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.source.Problem;
import dev.nanokit.provider.Connection;
import dev.nanokit.provider.Inputs;
import dev.nanokit.provider.Progress;
import dev.nanokit.provider.aws.call.AwsAccount;
import dev.nanokit.provider.aws.call.AwsErrors;
import dev.nanokit.provider.aws.database.DatabaseCheck;
import dev.nanokit.provider.aws.machine.MachineCheck;
import dev.nanokit.provider.aws.network.NetworkCheck;
import dev.nanokit.provider.aws.reconcile.Kind;
import dev.nanokit.provider.aws.reconcile.Reconciler;
import dev.nanokit.provider.aws.reconcile.Search;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/** A connection to one region of one account. */
final class AwsConnection implements Connection {
    private final AwsAccount account;
    private final Owner owner;
    private final Map<String, Kind> kinds;

    AwsConnection(AwsAccount account, Owner owner) {
        this.account = account;
        this.owner = owner;
        this.kinds = AwsKinds.of(account);
    }

    @Override
    public String endpoint() {
        return "aws " + account.region();
    }

    @Override
    public Optional<Observed> read(RecordedResource recorded) {
        return one(Search.Wanted.of(recorded));
    }

    @Override
    public Optional<Observed> find(Resource resource) {
        return one(Search.Wanted.of(resource));
    }

    private Optional<Observed> one(Search.Wanted wanted) {
        return Optional.ofNullable(
                new Discovery(owner, kinds).of(List.of(wanted)).get(wanted.key()));
    }

    @Override
    public Map<ResourceKey, Observed> discover(List<RecordedResource> recorded, List<Resource> unrecorded) {
        return new Discovery(owner, kinds).of(recorded, unrecorded);
    }

    @Override
    public List<Problem> preflight(Plan plan) {
        return doing("checking the plan", () -> {
            List<Problem> problems = new ArrayList<>(new NetworkCheck(account, owner).check(plan));
            problems.addAll(DatabaseCheck.check(plan));
            problems.addAll(new MachineCheck(account).check(plan));
            return problems;
        });
    }

    @Override
    public Progress apply(Change change, Inputs inputs) {
        return doing(doing(change), () -> reconciler(change).apply(change, inputs));
    }

    @Override
    public Progress poll(Change change, Inputs inputs, String cursor) {
        return doing(doing(change), () -> reconciler(change).poll(change, inputs, cursor));
    }

    private Reconciler reconciler(Change change) {
        Kind kind = kinds.get(change.key().type());
        if (kind == null) {
            throw new IllegalArgumentException(change.key() + " is no kind of thing that aws has");
        }
        return new Reconciler(kind);
    }

    private static String doing(Change change) {
        return switch (change.action()) {
                    case CREATE -> "creating ";
                    case DELETE -> "removing ";
                    case REPLACE -> "replacing ";
                    case UPDATE, ADOPT, NO_OP -> "changing ";
                }
                + change.key();
    }

    private static <T> T doing(String what, Supplier<T> work) {
        try {
            return work.get();
        } catch (SdkException e) {
            throw AwsErrors.of(e, what);
        }
    }

    @Override
    public void close() {
        account.close();
    }
}
