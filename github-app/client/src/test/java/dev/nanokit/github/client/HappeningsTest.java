package dev.nanokit.github.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.nanokit.github.standin.world.Check;
import dev.nanokit.github.standin.world.Pull;
import dev.nanokit.webhook.WebhookSecrets;
import dev.nanokit.webhook.trigger.Actor;
import dev.nanokit.webhook.trigger.Trigger;
import dev.nanokit.webhook.trigger.TriggerParser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the stand-in tells of what happens in it is what the webhook reads. */
class HappeningsTest extends AtGitHub {
    private final List<String> signatures = new ArrayList<>();
    private HttpServer webhook;

    @BeforeEach
    void theAppListens() throws IOException {
        webhook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        webhook.createContext("/", exchange -> {
            try (exchange) {
                synchronized (signatures) {
                    signatures.add(exchange.getRequestHeaders().getFirst("X-Hub-Signature-256"));
                }
                exchange.sendResponseHeaders(202, -1);
            }
        });
        webhook.start();
        github.webhooks()
                .sendTo(URI.create("http://127.0.0.1:" + webhook.getAddress().getPort()));
    }

    @AfterEach
    void theAppStops() {
        webhook.stop(0);
    }

    private List<Trigger> triggers() throws InterruptedException {
        github.webhooks().await();
        return github.webhooks().attempts().stream()
                .filter(attempt -> attempt.statusCode() == 202)
                .map(attempt ->
                        TriggerParser.parse(attempt.event(), attempt.payload().getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    @Test
    void aPullRequestsWholeLifeIsTold() throws InterruptedException {
        shop.commit("feature", Map.of("nanokit.yml", "name: new\n"));
        Pull pull = shop.open("feature", "mona");
        pull.push(Map.of("nanokit.yml", "name: newer\n"));
        pull.comment("mona", "/nanokit plan");
        pull.merge("wendy");

        assertThat(triggers())
                .extracting(trigger -> trigger.getClass().getSimpleName())
                .containsSequence(
                        "BranchPushed",
                        "PullRequestChanged",
                        "BranchPushed",
                        "PullRequestChanged",
                        "CommentCreated",
                        "PullRequestClosed",
                        "BranchPushed");
    }

    @Test
    void aButtonAndARerunAreToldWithTheCheckAndItsPullRequest() throws InterruptedException {
        shop.commit("feature", Map.of("nanokit.yml", "name: new\n"));
        Pull pull = shop.open("feature", "mona");
        Check check = shop.checks()
                .create(
                        pull.headSha(),
                        Map.of(
                                "name",
                                "n",
                                "external_id",
                                "plan-1",
                                "actions",
                                List.of(Map.of("identifier", "apply"))));

        shop.checks().press(check, "apply", "wendy");
        shop.checks().rerequest(check, "wendy");

        assertThat(triggers())
                .filteredOn(trigger -> trigger instanceof Trigger.CheckActionRequested)
                .singleElement()
                .isEqualTo(new Trigger.CheckActionRequested(
                        ref(), pull.headSha(), "plan-1", "apply", List.of(1), new Actor("wendy", false)));
        assertThat(triggers()).last().isInstanceOf(Trigger.CheckRerequested.class);
    }

    @Test
    void everyDeliveryIsSignedWithTheAppsSecret() throws InterruptedException {
        shop.commit("feature", Map.of("x", "y"));
        triggers();
        WebhookSecrets secrets = WebhookSecrets.of(List.of(github.app().webhookSecret()));

        var sent = github.webhooks().attempts().getLast();
        synchronized (signatures) {
            assertThat(secrets.signed(sent.payload().getBytes(StandardCharsets.UTF_8), signatures.getLast()))
                    .isTrue();
        }
    }
}
