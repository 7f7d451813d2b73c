package dev.nanokit.cli.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The whole way: page, GitHub, and back, with a client in the place of the browser. */
@Timeout(60)
class SetupCommandTest {
    @TempDir
    private Path folder;

    private final Browser browser = new Browser();
    private RegisteringGitHub github;

    @BeforeEach
    void openGitHub() throws IOException {
        github = RegisteringGitHub.giving("s3cret");
    }

    @AfterEach
    void close() {
        github.close();
        browser.close();
    }

    @Test
    void theKeyAndTheSecretAreKeptForTheirOwnerAlone() throws Exception {
        Aside setup = setup("--save", "app", "--webhook-url", "https://nanokit.example/webhook");
        String page = browser.follow(address(setup));
        String said = setup.rest();

        assertThat(setup.status()).as(said).isZero();
        assertThat(page).contains("nanokit-ada", github.address() + "/apps/nanokit-ada/installations/new");
        assertThat(folder.resolve("app/private-key.pem")).hasContent("-----BEGIN RSA PRIVATE KEY-----\nMII\n");
        assertThat(folder.resolve("app/webhook-secret")).hasContent("s3cret");
        assertThat(Files.readString(folder.resolve("app/app.json")))
                .contains("4711")
                .doesNotContain("never-kept");
        assertThat(permissions("app")).isEqualTo("rwx------");
        assertThat(permissions("app/private-key.pem")).isEqualTo("rw-------");
        assertThat(permissions("app/webhook-secret")).isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(folder.resolve("app"))) {
            assertThat(files).hasSize(3);
        }
    }

    @Test
    void theTerminalSaysWhereToInstallItAndHowToStartIt() throws Exception {
        Aside setup = setup("--save", "app", "--webhook-url", "https://nanokit.example/webhook");
        browser.follow(address(setup));

        Path app = folder.resolve("app");
        assertThat(setup.rest())
                .contains(
                        github.address() + "/apps/nanokit-ada/installations/new",
                        "nkapp github serve --app-id 4711 --private-key-file " + app + "/private-key.pem"
                                + " --webhook-secret-file " + app + "/webhook-secret --api-url " + github.address()
                                + "/api/v3")
                .doesNotContain("s3cret", "BEGIN RSA");
    }

    @Test
    void theManifestAsksForWhatTheAppNeedsAndNoMore() throws Exception {
        Aside setup = setup("--organization", "acme", "--webhook-url", "https://nanokit.example/webhook");
        browser.follow(address(setup));
        setup.rest();

        JsonNode manifest = github.manifest("/organizations/acme/settings/apps/new");
        assertThat(manifest.path("name").asString()).isEqualTo("Nanokit acme");
        assertThat(manifest.path("public").asBoolean(true)).isFalse();
        assertThat(manifest.path("hook_attributes").toString())
                .isEqualTo("{\"url\":\"https://nanokit.example/webhook\",\"active\":true}");
        assertThat(manifest.path("default_permissions").toString())
                .isEqualTo("{\"checks\":\"write\",\"contents\":\"read\",\"deployments\":\"write\",\"issues\":\"write\","
                        + "\"merge_queues\":\"read\",\"metadata\":\"read\",\"pull_requests\":\"write\"}");
        assertThat(manifest.path("default_events").toString())
                .isEqualTo(
                        "[\"check_run\",\"check_suite\",\"issue_comment\",\"merge_group\",\"pull_request\",\"push\"]");
    }

    @Test
    void withoutAnAddressForItTheWebhookIsOffAndThatIsSaid() throws Exception {
        Aside setup = setup();
        browser.follow(address(setup));

        assertThat(setup.rest()).contains("Its webhook is off");
        assertThat(github.manifest("/settings/apps/new")
                        .path("hook_attributes")
                        .path("active")
                        .asBoolean(true))
                .isFalse();
    }

    @Test
    void whereGitHubGivesNoSecretOneIsMade() throws Exception {
        github.close();
        github = RegisteringGitHub.giving(null);
        Aside setup = setup("--save", "app");
        browser.follow(address(setup));
        setup.rest();

        assertThat(Files.readString(folder.resolve("app/webhook-secret")).strip())
                .matches("[0-9a-f]{64}");
    }

    @Test
    void aCodeIsTakenOnceAndOnlyWithTheStateThatWasSent() throws Exception {
        Aside setup = setup();
        String address = address(setup);
        String state = Browser.state(browser.get(address).body());

        assertThat(browser.get(address + "/registered?code=stolen&state=guessed")
                        .statusCode())
                .isEqualTo(400);
        assertThat(browser.get(address + "/registered?state=" + state).statusCode())
                .isEqualTo(400);
        assertThat(browser.follow(address)).contains("Registered");
        setup.rest();
        assertThat(setup.status()).isZero();
    }

    @Test
    void aCodeThatGitHubDoesNotKnowEndsItWithAReason() throws Exception {
        Aside setup = setup("--save", "app");
        String address = address(setup);
        String state = Browser.state(browser.get(address).body());

        assertThat(browser.get(address + "/registered?code=unknown&state=" + state)
                        .body())
                .contains("GitHub did not give the App");
        assertThat(setup.rest()).contains("✗ GitHub:");
        assertThat(setup.status()).isEqualTo(1);
        assertThat(folder.resolve("app/private-key.pem")).doesNotExist();
    }

    @Test
    void aPageElsewhereCannotMakeItSpeak() throws Exception {
        Aside setup = setup();
        URI address = URI.create(address(setup));
        HttpRequest rebound = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + address.getPort() + "/"))
                .build();

        assertThat(raw(address.getPort(), "evil.example:" + address.getPort())).contains(" 403 ");
        assertThat(browser.send(rebound).statusCode()).isEqualTo(200);
        assertThat(browser.send(HttpRequest.newBuilder(address)
                                .POST(BodyPublishers.ofString("x"))
                                .build())
                        .statusCode())
                .isEqualTo(405);
        assertThat(browser.get(address + "/elsewhere").statusCode()).isEqualTo(404);
        setup.pressCtrlC();
        setup.rest();
        assertThat(setup.status()).isEqualTo(130);
    }

    @Test
    void anAppThatIsThereIsNeverOverwrittenUnasked() throws Exception {
        Files.createDirectories(folder.resolve("app"));
        Files.writeString(folder.resolve("app/private-key.pem"), "mine");

        Aside refused = setup("--save", "app");
        assertThat(refused.rest()).contains("private-key.pem is there already", "--force");
        assertThat(refused.status()).isEqualTo(64);
        assertThat(folder.resolve("app/private-key.pem")).hasContent("mine");

        Aside forced = setup("--save", "app", "--force");
        browser.follow(address(forced));
        forced.rest();
        assertThat(folder.resolve("app/private-key.pem")).content().startsWith("-----BEGIN");
    }

    @Test
    void withJsonThereIsOneObject() throws Exception {
        Aside setup = setup("--save", "app", "--json");
        browser.follow(address(setup));

        assertThat(setup.rest())
                .startsWith("{")
                .contains("\"id\": 4711", "\"install_url\": ", "\"serve\": \"nkapp github serve ")
                .endsWith("}");
    }

    @Test
    void aFolderAndSecretsManagerCannotBothBeNamed() {
        Aside setup = setup("--save", "app", "--secrets-manager", "nanokit");

        assertThat(setup.rest()).contains("--save and --secrets-manager can't both be given");
        assertThat(setup.status()).isEqualTo(64);
    }

    @Test
    void addressesThatAreNoneAreRefused() {
        Aside setup = Aside.start(folder, Map.of(), "github", "setup", "--web-url", "ftp://x");
        assertThat(setup.rest()).contains("--web-url is no address of a server");
        assertThat(setup.status()).isEqualTo(64);

        Aside odd = Aside.start(folder, Map.of(), "github", "setup", "--api-url", "https://ghe.example/rest");
        assertThat(odd.rest()).contains("--web-url https://HOST --api-url https://ghe.example/rest");
    }

    private Aside setup(String... more) {
        String[] words = Stream.concat(Stream.of("github", "setup", "--web-url", github.address()), Stream.of(more))
                .toArray(String[]::new);
        return Aside.start(folder, Map.of(), words);
    }

    private static String address(Aside setup) throws IOException {
        String line = setup.line();
        assertThat(line).startsWith("Open http://localhost:");
        return line.split(" ", -1)[1];
    }

    /** The answer's first line. Java's client sets the Host header by itself. */
    private static String raw(int port, String host) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write(("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }

    private String permissions(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
    }
}
