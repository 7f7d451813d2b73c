package dev.nanokit.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSecretsTest {
    private static final byte[] BODY = "Hello, World!".getBytes(StandardCharsets.UTF_8);

    /** GitHub's own example. */
    private static final String SIGNATURE = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";

    private final WebhookSecrets secrets = WebhookSecrets.of(List.of(Deliveries.SECRET));

    @Test
    void signatureThatGitHubDocumentsHolds() {
        assertThat(secrets.signed(BODY, SIGNATURE)).isTrue();
        assertThat(secrets.sign(BODY)).isEqualTo(SIGNATURE);
    }

    @Test
    void whileASecretIsChangedBothAreGood() {
        WebhookSecrets both = WebhookSecrets.of(List.of("new", Deliveries.SECRET));

        assertThat(both.signed(BODY, SIGNATURE)).isTrue();
        assertThat(both.signed(BODY, WebhookSecrets.of(List.of("new")).sign(BODY)))
                .isTrue();
        assertThat(both.signed(BODY, WebhookSecrets.of(List.of("older")).sign(BODY)))
                .isFalse();
    }

    @Test
    void secretsOfSeveralPlacesAreAllGood() {
        WebhookSecrets all = WebhookSecrets.of(List.of("new")).and(secrets);

        assertThat(all.signed(BODY, SIGNATURE)).isTrue();
        assertThat(all.signed(BODY, WebhookSecrets.of(List.of("new")).sign(BODY)))
                .isTrue();
        assertThat(all.signed(BODY, WebhookSecrets.of(List.of("older")).sign(BODY)))
                .isFalse();
    }

    @Test
    void secretThatIsNotAsciiIsUtf8() {
        WebhookSecrets unicode = WebhookSecrets.of(List.of("Schlüssel 🔑"));

        assertThat(unicode.signed(BODY, unicode.sign(BODY))).isTrue();
        assertThat(unicode.signed(
                        BODY, WebhookSecrets.of(List.of("Schl?ssel ?")).sign(BODY)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sha256=",
                "sha256",
                "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17",
                "sha1=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17",
                "SHA256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17",
                "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e1",
                "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e177",
                "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e1g",
                "sha256= 57107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17",
                "sha256=７57107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"
            })
    void signatureOfAnotherFormDoesNotHold(String signature) {
        assertThat(secrets.signed(BODY, signature)).isFalse();
    }

    @Test
    void upperCaseDigitsAreNotWhatGitHubSends() {
        String upper = "sha256=" + SIGNATURE.substring(7).toUpperCase(Locale.ROOT);

        assertThat(secrets.signed(BODY, upper)).isFalse();
    }

    @Property
    void changingAnyBitOfTheBodyBreaksTheSignature(
            @ForAll byte[] body, @ForAll @IntRange(max = 7) int bit, @ForAll @IntRange(max = 10_000) int at) {
        byte[] changed = body.length == 0 ? new byte[1] : body.clone();
        changed[at % changed.length] ^= (byte) (1 << bit);

        assertThat(secrets.signed(body, secrets.sign(body))).isTrue();
        assertThat(secrets.signed(changed, secrets.sign(body))).isFalse();
    }

    @Property
    void changingAnyDigitOfTheSignatureBreaksIt(
            @ForAll @IntRange(min = 7, max = 70) int at, @ForAll @IntRange(max = 15) int digit) {
        char other = Character.forDigit(digit, 16);
        String changed = SIGNATURE.substring(0, at) + other + SIGNATURE.substring(at + 1);

        assertThat(secrets.signed(BODY, changed)).isEqualTo(changed.equals(SIGNATURE));
    }

    @Test
    void blankSecretIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> WebhookSecrets.of(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> WebhookSecrets.of(List.of("good", " ")));
    }
}
