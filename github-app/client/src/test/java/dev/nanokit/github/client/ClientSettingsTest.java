package dev.nanokit.github.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where GitHub is, and as whom it is asked. */
class ClientSettingsTest {
    private static ClientSettings at(String address) {
        return new ClientSettings(URI.create(address), "1", () -> "", "nanokit-test");
    }

    @Test
    void anEnterpriseServersAddressIsTakenWithOrWithoutItsLastSlash() {
        assertThat(at("https://ghe.example/api/v3/").apiUrl()).hasToString("https://ghe.example/api/v3");
        assertThat(at("http://127.0.0.1:8080").apiUrl()).hasToString("http://127.0.0.1:8080");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ghe.example",
                "ftp://ghe.example",
                "https:///x",
                "https://me:secret@ghe.example",
                "https://g?t=secret"
            })
    void whatIsNoAddressOfAnApiIsRefusedAndNotQuoted(String address) {
        assertThatThrownBy(() -> at(address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("not an address of GitHub's API: it must be like https://api.github.com")
                .hasMessageNotContaining("secret");
    }

    @Test
    void anAppWithoutIdIsRefused() {
        assertThatThrownBy(() -> new ClientSettings(ClientSettings.GITHUB_COM, " ", () -> "", "x"))
                .hasMessage("the GitHub App's id is empty: its settings page at GitHub shows it");
    }
}
