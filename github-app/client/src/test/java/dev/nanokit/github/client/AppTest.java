package dev.nanokit.github.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nanokit.github.api.AppDeliveries;
import dev.nanokit.github.api.AppDeliveries.Attempt;
import dev.nanokit.github.api.AppIdentity;
import dev.nanokit.github.api.AppRegistration;
import dev.nanokit.github.api.AppRegistration.RegisteredApp;
import dev.nanokit.github.api.GitHubException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the App asks as itself. */
class AppTest extends AtGitHub {
    private final AppDeliveries deliveries = client.deliveries();

    private void happen(int times) throws InterruptedException {
        for (int i = 0; i < times; i++) {
            github.webhooks().send("merge_group", Map.of("action", "checks_requested"));
        }
        github.webhooks().await();
    }

    @Test
    void theAppKnowsItself() {
        assertThat(client.identity())
                .isEqualTo(new AppIdentity(12_345, "nanokit", "nanokit", "https://github.example/apps/nanokit"));
        client.identity();

        assertThat(github.traffic().operations()).containsOnlyOnce("apps/get-authenticated");
    }

    @Test
    void aTokenOfTheAppLastsNoLongerThanGitHubAllows() {
        client.identity();
        hour.pass(Duration.ofHours(3));
        assertThat(deliveries.since(hour.instant())).isEmpty();
        hour.pass(Duration.ofSeconds(30));
        assertThat(deliveries.since(hour.instant())).isEmpty();

        assertThat(github.traffic().seen())
                .allSatisfy(seen -> assertThat(seen.status()).isEqualTo(200));
    }

    @Test
    void deliveriesAreListedBackToATimeOverManyPages() throws InterruptedException {
        happen(20);
        hour.pass(Duration.ofHours(1));
        Instant since = hour.instant();
        happen(130);

        assertThat(deliveries.since(since)).hasSize(130).allSatisfy(attempt -> {
            assertThat(attempt.event()).isEqualTo("merge_group");
            assertThat(attempt.action()).contains("checks_requested");
            assertThat(attempt.arrived()).isFalse();
            assertThat(attempt.deliveredAt()).isAfterOrEqualTo(since);
        });
    }

    @Test
    void aDeliveryThatFailedIsSentAgainUntilItArrives() throws InterruptedException {
        happen(2);
        Attempt failed = deliveries.failedSince(Instant.EPOCH).stream()
                .filter(attempt -> attempt.event().equals("merge_group"))
                .findFirst()
                .orElseThrow();

        deliveries.redeliver(failed.id());
        github.webhooks().await();

        assertThat(github.webhooks().attempts())
                .filteredOn(attempt -> attempt.guid().equals(failed.guid()))
                .extracting(attempt -> attempt.redelivery())
                .containsExactly(false, true);
        assertThat(deliveries.failedSince(Instant.EPOCH))
                .filteredOn(attempt -> attempt.guid().equals(failed.guid()))
                .singleElement()
                .satisfies(attempt -> assertThat(attempt.redelivery()).isTrue());
    }

    @Test
    void aNewAppIsRegisteredByItsCodeOnce() {
        github.gate().manifestCode("abc/123");
        AppRegistration registration = GitHubClient.registration(github.apiUrl(), "nanokit-test");

        RegisteredApp app = registration.register("abc/123");

        assertThat(app.id()).isEqualTo(12_345);
        assertThat(app.slug()).isEqualTo("nanokit");
        assertThat(app.clientId()).isEqualTo("Iv1.standin");
        assertThat(app.htmlUrl()).isEqualTo("https://github.example/apps/nanokit");
        assertThat(app.privateKeyPem()).isEqualTo(github.app().keys().pem());
        assertThat(app.webhookSecret()).isEqualTo(github.app().webhookSecret());
        assertThatThrownBy(() -> registration.register("abc/123"))
                .isInstanceOfSatisfying(
                        GitHubException.class, e -> assertThat(e.status()).isEqualTo(404));
    }
}
