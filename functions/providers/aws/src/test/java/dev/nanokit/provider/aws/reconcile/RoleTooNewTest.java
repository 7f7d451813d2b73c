package dev.nanokit.provider.aws.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nanokit.engine.plan.Change;
import dev.nanokit.engine.resource.Management;
import dev.nanokit.engine.resource.Owner;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.resource.Section;
import dev.nanokit.engine.source.Place;
import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.Inputs;
import dev.nanokit.provider.Progress;
import dev.nanokit.provider.aws.Tags;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

class RoleTooNewTest {
    private static final ResourceKey KEY = new ResourceKey("kubernetes-cluster", "main");
    private static final Owner OWNER = new Owner("shop", "production", "main");

    private int refusals;

    @Test
    void isWaitedForUntilAwsKnowsIt() {
        refusals = 3;

        Progress answer = reconciled(10);

        assertThat(answer).isInstanceOf(Progress.Done.class);
    }

    @Test
    void isNotWaitedForForever() {
        refusals = 100;

        assertThatThrownBy(() -> reconciled(99)).hasMessageContaining("could not be assumed");
    }

    private Progress reconciled(int most) {
        Reconciler reconciler = new Reconciler(new Clusters());
        Change change = new Change.Create(
                new Resource(
                        KEY,
                        Section.INFRASTRUCTURE,
                        Management.MANAGED,
                        Value.Obj.EMPTY,
                        Set.of(),
                        Set.of(),
                        false,
                        Set.of(),
                        Set.of(),
                        new Place("nanokit.yml", 1, 1)),
                Optional.empty(),
                List.of(),
                List.of());
        Inputs inputs = new Inputs(OWNER, Value.Obj.EMPTY, "token", line -> {});
        Progress answer = reconciler.apply(change, inputs);
        for (int look = 0; look < most && answer instanceof Progress.Pending pending; look++) {
            answer = reconciler.poll(change, inputs, pending.cursor());
        }
        return answer;
    }

    private final class Clusters implements Kind {
        @Override
        public String type() {
            return KEY.type();
        }

        @Override
        public Map<ResourceKey, Found> find(Search search) {
            return Map.of();
        }

        @Override
        public Found create(Work work) {
            if (refusals-- > 0) {
                throw AwsServiceException.builder()
                        .awsErrorDetails(AwsErrorDetails.builder()
                                .errorCode("InvalidParameterException")
                                .errorMessage("The role could not be assumed")
                                .build())
                        .build();
            }
            return new Found("id", Tags.of(OWNER, KEY), Status.READY, Value.Obj.EMPTY, Value.Obj.EMPTY);
        }

        @Override
        public Found update(Work work, Found current) {
            return current;
        }

        @Override
        public Optional<Duration> delete(Found current) {
            return Optional.empty();
        }
    }
}
