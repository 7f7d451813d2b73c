package dev.nanokit.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.webhook.trigger.Actor;
import dev.nanokit.webhook.trigger.RepositoryRef;
import dev.nanokit.webhook.trigger.Trigger;
import org.junit.jupiter.api.Test;

class WorkNameTest {
    private static final RepositoryRef REPOSITORY = new RepositoryRef(1, 2, "acme/shop", "main");
    private static final Actor OCTOCAT = new Actor("octocat", false);

    @Test
    void commentRunsOnceUnderWhateverDelivery() {
        Trigger comment = new Trigger.CommentCreated(REPOSITORY, 3, Long.MAX_VALUE, "/nanokit plan", OCTOCAT);

        assertThat(WorkName.of("a", comment)).isEqualTo("comment-9223372036854775807");
        assertThat(WorkName.of("b", comment)).isEqualTo(WorkName.of("a", comment));
    }

    @Test
    void longestNameIsOneThatStepFunctionsTakes() {
        Trigger push = new Trigger.BranchPushed(REPOSITORY, "main", "ab".repeat(20), OCTOCAT);

        assertThat(WorkName.of("f".repeat(64), push))
                .hasSizeLessThanOrEqualTo(80)
                .matches("[a-z0-9-]+");
    }
}
