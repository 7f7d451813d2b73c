package dev.nanokit.github.flow;

import static dev.nanokit.github.flow.world.Town.file;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.github.api.CheckRun.Status;
import dev.nanokit.github.flow.world.Town;
import dev.nanokit.webhook.trigger.Trigger;
import dev.nanokit.webhook.trigger.Trigger.Change;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

/** GitHub promises no order, and delivers twice. */
class DeliveryOrderTest {
    private static final int PUSHES = 4;

    private Path folder;

    @BeforeProperty
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory("nanokit-deliveries-");
    }

    @AfterProperty
    void removeFolder() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Which push each delivery tells of: each at least once, some more often, in any order. */
    @Provide
    Arbitrary<List<Integer>> deliveries() {
        return Arbitraries.integers().between(0, PUSHES - 1).list().ofMaxSize(4).flatMap(again -> {
            List<Integer> all = new ArrayList<>(List.of(0, 1, 2, 3));
            all.addAll(again);
            return Arbitraries.shuffle(all);
        });
    }

    @Property(tries = 40)
    void theCheckEndsOnTheLatestCommit(@ForAll("deliveries") List<Integer> deliveries) throws Exception {
        try (Town town = new Town(Files.createTempDirectory(folder, "town"), inSteps())) {
            town.main(file("comment", "nginx:0"));
            List<Trigger> triggers = new ArrayList<>();
            town.openFork(12, file("comment", "nginx:1"));
            triggers.add(town.changed(12, Change.OPENED));
            String latest = "";
            for (int push = 1; push < PUSHES; push++) {
                latest = town.github.push("fork-12", Map.of("nanokit.yml", file("comment", "nginx:" + (push + 1))));
                triggers.add(town.changed(12, Change.SYNCHRONIZED));
            }

            for (int delivery : deliveries) {
                town.deliver(triggers.get(delivery));
            }

            assertThat(town.check(latest).title()).isEqualTo("Waiting for a maintainer · production");
            for (String commit : town.github.commits()) {
                assertThat(town.github.checksAt(commit))
                        .allSatisfy(other -> assertThat(other.status()).isEqualTo(Status.COMPLETED));
            }
            town.deliver(town.comment(12, "ada", "/nanokit plan")); // approves what is remembered as the head
            assertThat(town.check(latest).title()).isEqualTo("+1 ~0 -0 · production");
        }
    }

    /** Whether the App works step by step, as on AWS. */
    boolean inSteps() {
        return false;
    }
}
