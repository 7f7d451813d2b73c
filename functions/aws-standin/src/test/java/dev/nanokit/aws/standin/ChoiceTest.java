package dev.nanokit.aws.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChoiceTest {
    private static final Predicate<String> NO_IMAGE = Set.<String>of()::contains;

    @Test
    void anAddressThatIsGivenComesBeforeAll() {
        assertThat(Choice.of(
                        Map.of("NANOKIT_AWS_ENDPOINT", "http://localhost:4566", "NANOKIT_AWS_STANDIN", "moto"),
                        NO_IMAGE))
                .isEqualTo(new Choice.Given(URI.create("http://localhost:4566")));
    }

    @Test
    void localStackIsTakenWhereItsImageIsAlready() {
        assertThat(Choice.of(Map.of(), "localstack/localstack:4"::equals))
                .isEqualTo(new Choice.LocalStack("localstack/localstack:4"));
    }

    @Test
    void anotherImageOfLocalStackCanBeNamed() {
        Map<String, String> variables = Map.of("NANOKIT_LOCALSTACK_IMAGE", "mirror/localstack:4.1");

        assertThat(Choice.of(variables, "mirror/localstack:4.1"::equals))
                .isEqualTo(new Choice.LocalStack("mirror/localstack:4.1"));
        assertThat(Choice.of(variables, "localstack/localstack:4"::equals)).isEqualTo(new Choice.Moto());
    }

    @Test
    void motoIsTakenWhereThereIsNoSuchImage() {
        assertThat(Choice.of(Map.of(), NO_IMAGE)).isEqualTo(new Choice.Moto());
    }

    @Test
    void motoCanBeAskedForWithoutLookingForImages() {
        assertThat(Choice.of(Map.of("NANOKIT_AWS_STANDIN", "moto"), image -> {
                    throw new AssertionError("looked for " + image);
                }))
                .isEqualTo(new Choice.Moto());
    }

    @Test
    void localStackThatIsAskedForIsNotReplacedInSilence() {
        assertThat(Choice.of(Map.of("NANOKIT_AWS_STANDIN", "localstack"), NO_IMAGE))
                .isEqualTo(new Choice.LocalStack("localstack/localstack:4"));
    }

    @Test
    void blankVariablesCountAsUnset() {
        assertThat(Choice.of(Map.of("NANOKIT_AWS_ENDPOINT", " ", "NANOKIT_AWS_STANDIN", ""), NO_IMAGE))
                .isEqualTo(new Choice.Moto());
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:4566", "4566", "ftp://localhost", "http://", "http://a b"})
    void whatIsNoAddressIsRefused(String address) {
        assertThatThrownBy(() -> Choice.of(Map.of("NANOKIT_AWS_ENDPOINT", address), NO_IMAGE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("NANOKIT_AWS_ENDPOINT is '" + address + "'; write it like http://localhost:4566");
    }

    @Test
    void anUnknownStandinIsRefused() {
        assertThatThrownBy(() -> Choice.of(Map.of("NANOKIT_AWS_STANDIN", "aws"), NO_IMAGE))
                .hasMessage("NANOKIT_AWS_STANDIN is 'aws'; it is moto or localstack, or is not set");
    }
}
