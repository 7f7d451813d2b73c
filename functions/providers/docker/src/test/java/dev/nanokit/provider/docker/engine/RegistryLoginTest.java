package dev.nanokit.provider.docker.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryLoginTest {
    @TempDir
    private Path folder;

    private RegistryLogin login(String config) throws IOException {
        Files.writeString(folder.resolve("config.json"), config);
        return new RegistryLogin(Map.of("DOCKER_CONFIG", folder.toString()));
    }

    private static String auth(String user, String password) {
        return Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theLoginOfTheImagesRegistryIsTaken() throws IOException {
        RegistryLogin login = login("{\"auths\":{\"one.example\":{\"auth\":\"" + auth("me", "pass:word")
                + "\"},\"https://two.example/v2/\":{\"auth\":\"" + auth("you", "word") + "\"}}}");

        assertThat(login.forImage("one.example/app:1")).hasValueSatisfying(config -> {
            assertThat(config.getUsername()).isEqualTo("me");
            assertThat(config.getPassword()).isEqualTo("pass:word");
        });
        assertThat(login.forImage("two.example/app:1"))
                .hasValueSatisfying(config -> assertThat(config.getUsername()).isEqualTo("you"));
        assertThat(login.forImage("three.example/app:1")).isEmpty();
        assertThat(login.forImage("app:1")).isEmpty();
    }

    @Test
    void theHeaderIsWhatTheEngineWants() throws IOException {
        RegistryLogin login = login("{\"auths\":{\"localhost:5000\":{\"identitytoken\":\"tok\"}}}");

        String header = login.headersFor("localhost:5000/app").get("X-Registry-Auth");

        assertThat(new String(Base64.getUrlDecoder().decode(header), StandardCharsets.UTF_8))
                .isEqualTo("{\"identitytoken\":\"tok\",\"serveraddress\":\"localhost:5000\"}");
    }

    @Test
    void withoutSettingsThereIsNoLogin() {
        assertThat(new RegistryLogin(Map.of("DOCKER_CONFIG", folder.toString())).headersFor("one.example/app"))
                .isEmpty();
    }
}
