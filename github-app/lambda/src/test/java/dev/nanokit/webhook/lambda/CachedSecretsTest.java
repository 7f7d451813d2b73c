package dev.nanokit.webhook.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nanokit.webhook.NotStartedException;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

class CachedSecretsTest {
    private static final byte[] BODY = {1, 2, 3};

    private Instant now = Instant.parse("2026-11-24T12:00:00Z");
    private Supplier<List<String>> source = () -> List.of("old");
    private int reads;
    private final CachedSecrets secrets = new CachedSecrets(
            () -> {
                reads++;
                return source.get();
            },
            () -> now);

    @Test
    void secretIsReadOnceInFiveMinutes() {
        secrets.get();
        now = now.plus(CachedSecrets.FRESH_FOR).minusMillis(1);
        secrets.get();
        assertThat(reads).isEqualTo(1);

        now = now.plusMillis(1);
        secrets.get();
        assertThat(reads).isEqualTo(2);
    }

    @Test
    void rotatedSecretIsTaken() {
        String byOld = secrets.get().sign(BODY);
        source = () -> List.of("new", "old");
        now = now.plus(CachedSecrets.FRESH_FOR);

        assertThat(secrets.get().signed(BODY, byOld)).isTrue();
        assertThat(secrets.get().sign(BODY)).isNotEqualTo(byOld);
    }

    @Test
    void secretHoldsWhileItCannotBeReadAgain() {
        String byOld = secrets.get().sign(BODY);
        source = CachedSecretsTest::fail;
        now = now.plus(CachedSecrets.FRESH_FOR);

        assertThat(secrets.get().signed(BODY, byOld)).isTrue();
    }

    @Test
    void forgottenSecretIsReadAgainAtOnceAndCountsNoMoreWhereItCannotBe() {
        secrets.get();
        secrets.forget();
        secrets.get();
        assertThat(reads).isEqualTo(2);

        secrets.forget();
        source = CachedSecretsTest::fail;
        assertThatThrownBy(secrets::get).isInstanceOf(NotStartedException.class);
    }

    @Test
    void withoutEverASecretNothingIsBelieved() {
        source = CachedSecretsTest::fail;
        assertThatThrownBy(secrets::get)
                .isInstanceOf(NotStartedException.class)
                .hasMessage("the webhook secret can't be read: SdkClientException");

        source = () -> List.of(" ");
        assertThatThrownBy(secrets::get).isInstanceOf(NotStartedException.class);
    }

    private static List<String> fail() {
        throw SdkClientException.create("no route");
    }
}
