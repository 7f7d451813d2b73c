package dev.nanokit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nanokit.stages.secret.SecretUnavailableException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ProjectSecretsTest {
    private Instant now = Instant.parse("2026-11-24T12:00:00Z");
    private Supplier<Optional<String>> kept = () -> Optional.of("{\"DOCKER_HOST\":\"ssh://deploy@old\"}");
    private int reads;
    private final ProjectSecrets secrets = secrets("nanokit-projects");

    private ProjectSecrets secrets(String name) {
        return new ProjectSecrets(
                name,
                ref -> {
                    reads++;
                    return kept.get();
                },
                () -> now);
    }

    private static Optional<String> denied() {
        throw new SecretUnavailableException("the secret nanokit-projects can't be read: denied", "allow it", null);
    }

    @Test
    void nothingIsReadBeforeItIsNeededAndThenOnceAMinute() {
        assertThat(reads).isZero();

        assertThat(secrets.current()).isEqualTo(Map.of("DOCKER_HOST", "ssh://deploy@old"));
        now = now.plus(ProjectSecrets.FRESH_FOR).minusMillis(1);
        secrets.current();
        assertThat(reads).isEqualTo(1);

        now = now.plusMillis(1);
        kept = () -> Optional.of("{\"DOCKER_HOST\":\"ssh://deploy@new\"}");
        assertThat(secrets.current()).isEqualTo(Map.of("DOCKER_HOST", "ssh://deploy@new"));
        assertThat(reads).isEqualTo(2);
    }

    @Test
    void whatIsMissingIsLookedForAtOnce() {
        secrets.current();
        assertThat(secrets.renewed()).isFalse();

        kept = () -> Optional.of("{\"DOCKER_HOST\":\"ssh://deploy@old\",\"STRIPE_TOKEN\":\"sk\"}");
        assertThat(secrets.renewed()).isTrue();
        assertThat(secrets.current()).containsKey("STRIPE_TOKEN");
        assertThat(reads).isEqualTo(3);
    }

    @Test
    void whatWasReadHoldsWhileItCannotBeReadAgain() {
        secrets.current();
        kept = ProjectSecretsTest::denied;
        now = now.plus(ProjectSecrets.FRESH_FOR);

        assertThat(secrets.current()).containsKey("DOCKER_HOST");
        assertThat(secrets.renewed()).isFalse();
    }

    @Test
    void secretThatWasNeverReadAndIsDeniedIsTold() {
        kept = ProjectSecretsTest::denied;

        assertThatThrownBy(secrets::current).isInstanceOf(SecretUnavailableException.class);
        assertThatThrownBy(secrets::current).isInstanceOf(SecretUnavailableException.class);
    }

    @Test
    void withoutASecretThereAreNone() {
        assertThat(secrets("").current()).isEmpty();
        assertThat(reads).isZero();
        kept = Optional::empty;
        assertThat(secrets.current()).isEmpty();
    }

    @Test
    void anythingElseIsAnErrorThatDoesNotShowIt() {
        kept = () -> Optional.of("sk-very-secret");

        assertThatThrownBy(secrets::current)
                .isInstanceOf(SecretUnavailableException.class)
                .hasMessageContaining("nanokit-projects")
                .hasMessageNotContaining("sk-very-secret")
                .hasNoCause();
    }
}
