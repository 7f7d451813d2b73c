package dev.nanokit.webhook.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.webhook.trigger.Examples.Example;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What becomes of GitHub's own examples. */
class GitHubExamplesTest {
    /** Event and action of everything that Nanokit acts on; pushes and comments need a look at the payload too. */
    private static final Set<String> ACTED_ON = Set.of(
            "pull_request opened",
            "pull_request synchronize",
            "pull_request reopened",
            "pull_request ready_for_review",
            "pull_request closed",
            "check_run rerequested",
            "check_run requested_action",
            "check_suite rerequested",
            "merge_group checks_requested",
            "installation created",
            "installation deleted",
            "installation suspend",
            "installation unsuspend",
            "installation new_permissions_accepted",
            "installation_repositories added",
            "installation_repositories removed");

    private final List<Example> examples = Examples.all();

    @Test
    void everyExampleIsThere() {
        assertThat(examples).hasSize(329);
        assertThat(examples.stream().map(Example::event).distinct()).hasSize(58);
    }

    /** The file is for reading: each line is an example and the trigger that was made of it. */
    @Test
    void eachExampleGivesItsTrigger() throws IOException {
        String actual = examples.stream()
                .filter(GitHubExamplesTest::isActedOn)
                .map(example -> example + "\n  " + TriggerJson.write(parse(example)) + "\n")
                .collect(Collectors.joining());
        Path golden = Path.of("src/test/resources/octokit/triggers.txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(golden, StandardCharsets.UTF_8));
    }

    @Test
    void everyOtherExampleIsOfNoConcern() {
        assertThat(examples)
                .filteredOn(example -> !isActedOn(example))
                .hasSizeGreaterThan(250)
                .allSatisfy(example -> assertThat(parse(example)).isInstanceOf(Trigger.Ignored.class));
    }

    @Test
    void triggerHoldsWhatThePayloadSays() {
        assertThat(examples)
                .filteredOn(example -> parse(example) instanceof Trigger.PullRequestChanged)
                .hasSizeGreaterThan(5)
                .allSatisfy(example -> {
                    JsonNode payload = example.payload();
                    Trigger.PullRequestChanged trigger = (Trigger.PullRequestChanged) parse(example);
                    assertThat(trigger.repository().fullName())
                            .isEqualTo(payload.at("/repository/full_name").asString());
                    assertThat(trigger.repository().accountId())
                            .isEqualTo(payload.at("/repository/owner/id").asLong());
                    assertThat(trigger.pullRequest().number())
                            .isEqualTo(payload.at("/number").asInt());
                    assertThat(trigger.pullRequest().headSha())
                            .isEqualTo(payload.at("/pull_request/head/sha").asString());
                    assertThat(trigger.pullRequest().baseBranch())
                            .isEqualTo(payload.at("/pull_request/base/ref").asString());
                });
    }

    private static boolean isActedOn(Example example) {
        return ACTED_ON.contains(example.event() + " " + example.action()) || isPushToABranch(example);
    }

    private static boolean isPushToABranch(Example example) {
        return example.event().equals("push")
                && example.payload().get("ref").asString().startsWith("refs/heads/");
    }

    private static Trigger parse(Example example) {
        return TriggerParser.parse(example.event(), example.body());
    }
}
