package dev.nanokit.provider.aws.reconcile;

import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.aws.call.AwsErrors;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** A kind of thing that has its name for an id, and is asked for one by one. The spec's {@code name} is that name. */
public abstract class ByName implements Kind {
    private static final Duration SOON = Duration.ofSeconds(2);

    /** What has this name; empty, or a refusal that says so, where nothing has. */
    protected abstract Optional<Found> look(String name, Search.Wanted wanted);

    @Override
    public Map<ResourceKey, Found> find(Search search) {
        Map<ResourceKey, Found> found = new TreeMap<>();
        search.wanted()
                .forEach(wanted -> names(wanted)
                        .flatMap(name -> ifThere(name, wanted).stream())
                        .findFirst()
                        .ifPresent(there -> found.put(wanted.key(), there)));
        return found;
    }

    private static Stream<String> names(Search.Wanted wanted) {
        return Stream.concat(wanted.id().stream(), Stream.of(name(wanted.spec())))
                .distinct();
    }

    protected static String name(Value.Obj spec) {
        return spec.text("name");
    }

    private Optional<Found> ifThere(String name, Search.Wanted wanted) {
        try {
            return look(name, wanted);
        } catch (AwsServiceException e) {
            if (AwsErrors.isMissing(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** What is there right after it was made or changed. */
    protected Found again(Work work) {
        String name = name(work.spec());
        return ifThere(name, work.wanted(name)).orElseGet(() -> Found.unseen(name, work, SOON));
    }
}
