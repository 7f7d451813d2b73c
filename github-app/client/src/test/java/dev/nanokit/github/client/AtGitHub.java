package dev.nanokit.github.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.github.api.Repository;
import dev.nanokit.github.client.http.CallListener.Call;
import dev.nanokit.github.standin.StandIn;
import dev.nanokit.github.standin.world.Repo;
import dev.nanokit.webhook.trigger.RepositoryRef;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;

/** A test with a stand-in of its own, in which acme/shop has a main branch, and a client of it. */
abstract class AtGitHub {
    final Hour hour = new Hour();
    final StandIn github = StandIn.start(0, hour);
    final Repo shop = github.repository("acme/shop");
    final List<Call> calls = new CopyOnWriteArrayList<>();
    final GitHubClient client = connect();
    final String head = shop.commit("main", Map.of("nanokit.yml", "name: shop\n"));
    final Repository repository = client.repository(ref());

    GitHubClient connect() {
        ClientSettings settings = new ClientSettings(
                        github.apiUrl(),
                        Long.toString(github.app().id()),
                        () -> github.app().keys().pem(),
                        "nanokit-test")
                .withPause(hour)
                .withListener(calls::add);
        return GitHubClient.connect(settings, hour);
    }

    RepositoryRef ref() {
        return new RepositoryRef(github.installation("acme").id(), shop.owner().id(), "acme/shop", "main");
    }

    /** What GitHub was asked, but for tokens. */
    List<String> asked() {
        return github.traffic().operations().stream()
                .filter(operation -> !operation.startsWith("apps/"))
                .toList();
    }

    @AfterEach
    void everythingWasAsGitHubDescribesIt() {
        try (github) {
            assertThat(github.traffic().violations()).isEmpty();
            assertThat(github.faults().spent()).isTrue();
        }
    }
}
