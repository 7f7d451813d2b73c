package dev.nanokit.cli.project;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginUrlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://code.example/acme/shop.git",
                "https://code.example/acme/shop",
                "https://code.example/acme/shop/",
                "https://Code.Example:443/acme/shop.git",
                "http://code.example:80/acme/shop",
                "https://ada@code.example/acme/shop.git",
                "https://ada:s3cret@code.example/acme/shop.git",
                "https://oauth2:s3cret@x@code.example/acme/shop.git",
                "ssh://git@code.example/acme/shop.git",
                "ssh://git@code.example:22/acme/shop.git",
                "git+ssh://git@code.example/acme/shop.git",
                "git://code.example:9418/acme/shop",
                "git@code.example:acme/shop.git",
                "code.example:acme/shop",
                "  git@code.example:/acme/shop.git  ",
            })
    void everyWayToAddressARepositoryGivesOneName(String url) {
        assertThat(OriginUrl.normalise(url)).contains("code.example/acme/shop");
    }

    @ParameterizedTest
    @CsvSource({
        "https://code.example:8443/acme/shop.git, code.example:8443/acme/shop",
        "ssh://git@code.example:2222/acme/shop, code.example:2222/acme/shop",
        "https://code.example/Acme/Shop, code.example/Acme/Shop",
        "https://code.example/a/b/c/shop.git, code.example/a/b/c/shop",
        "https://code.example/, code.example",
        "https://code.example/acme/shop?token=s3cret, code.example/acme/shop",
    })
    void whatTellsRepositoriesApartStays(String url, String expected) {
        assertThat(OriginUrl.normalise(url)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/srv/git/shop.git", "../shop", "./a:b", "/odd:path"})
    void aFolderIsNoAddress(String url) {
        assertThat(OriginUrl.normalise(url)).isEmpty();
    }

    @Test
    void noFormOfCredentialsSurvives() {
        assertThat(OriginUrl.normalise("https://ada:p%40ss@code.example/acme/shop.git"))
                .hasValueSatisfying(name -> assertThat(name).doesNotContain("ada", "p%40ss", "@"));
    }
}
