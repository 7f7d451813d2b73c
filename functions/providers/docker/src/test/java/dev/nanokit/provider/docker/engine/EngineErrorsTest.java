package dev.nanokit.provider.docker.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.exception.ConflictException;
import dev.nanokit.provider.ProviderException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineErrorsTest {
    private final EngineErrors errors = new EngineErrors("unix:///var/run/docker.sock");

    /** Sentences as engines have said them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500|write /var/lib/docker/tmp/GetImageBlob1: no space left on device|disk-full|false",
                "500|driver failed programming external connectivity on endpoint web: Bind for 0.0.0.0:80 failed: port is already allocated|port-in-use|false",
                "403|Pool overlaps with other one on this address space|cidr-overlap|false",
                "404|pull access denied for acme/api, repository does not exist or may require 'docker login'|image-refused|false",
                "404|manifest for nginx:9.99 not found: manifest unknown: manifest unknown|image-refused|false",
                "500|Get https://registry.example/v2/: dial tcp: lookup registry.example: no such host|registry-unreachable|false",
                "500|Get https://registry.example/v2/: net/http: TLS handshake timeout|registry-slow|true",
                "500|toomanyrequests: You have reached your pull rate limit|registry-slow|true",
                "409|removal of container 1f2e is already in progress|busy|true",
                "409|remove nk-shop-local-data: volume is in use - [1f2e]|volume-in-use|false",
                "403|error while removing network: network shop has active endpoints|network-in-use|false",
                "400|OCI runtime create failed: exec: \"serve\": executable file not found in $PATH|not-startable|false",
                "500|something unheard of|http-500|true",
                "503|no leader|http-503|true",
                "409|You cannot do that|http-409|false"
            })
    void whatAnEngineSaysIsToldWithWhatToDo(int status, String message, String code, boolean retryable) {
        ProviderException error =
                errors.of(status, "{\"message\":\"" + message.replace("\"", "\\\"") + "\"}", "working", null);

        assertThat(error.code()).isEqualTo(code);
        assertThat(error.retryable()).isEqualTo(retryable);
        assertThat(error).hasMessage("the engine failed while working: " + message);
        assertThat(error.fix()).isNotBlank();
    }

    @Test
    void dockerJavasErrorsAreUnwrapped() {
        ProviderException error = errors.of(new ConflictException("{\"message\":\"name is taken\"}"), "creating");

        assertThat(error).hasMessage("the engine failed while creating: name is taken");
    }

    @Test
    void aBrokenConnectionMayBeTriedAgain() {
        ProviderException error = errors.of(
                new RuntimeException(new UncheckedIOException(new IOException("Connection reset"))), "creating");

        assertThat(error.retryable()).isTrue();
        assertThat(error.code()).isEqualTo("unreachable");
        assertThat(error).hasMessageContaining("unix:///var/run/docker.sock can't be reached: Connection reset");
    }

    @Test
    void aSocketThatMayNotBeUsedSaysHowToBeAllowed() {
        ProviderException error =
                errors.of(new UncheckedIOException(new IOException("Permission denied")), "connecting");

        assertThat(error.fix()).contains("usermod -aG docker");
        assertThat(error.retryable()).isFalse();
    }

    @Test
    void anAnswerWithoutAReasonSaysSo() {
        assertThat(errors.of(500, "", "working", null)).hasMessageContaining("it gave no reason");
        assertThat(errors.of(502, "<html>Bad gateway", "working", null)).hasMessageContaining("<html>Bad gateway");
    }
}
