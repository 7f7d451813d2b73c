package dev.nanokit.provider.docker.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nanokit.provider.ProviderException;
import dev.nanokit.provider.docker.lab.Lab;
import dev.nanokit.provider.docker.lab.Leftovers;
import dev.nanokit.provider.docker.lab.RequiresEngine;
import dev.nanokit.provider.docker.lab.SshHome;
import dev.nanokit.provider.docker.lab.TestImages;
import dev.nanokit.provider.docker.lab.TestSshAgent;
import dev.nanokit.provider.docker.lab.TestSshServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@RequiresEngine
class SshTest {
    private static final KeyPair USER = TestSshServer.key("ssh-ed25519");
    private static final KeyPair HOST = TestSshServer.key("ssh-ed25519");
    private static final KeyPair HOST_RSA = TestSshServer.key("ssh-rsa");

    @TempDir
    private Path folder;

    private TestSshServer server;
    private SshHome home;
    private Lab lab;

    @BeforeEach
    void startServer() throws IOException {
        server = new TestSshServer(List.of(HOST_RSA, HOST), USER.getPublic());
        home = new SshHome(folder);
        lab = new Lab().with("HOME", folder.toString());
    }

    @AfterEach
    void cleanUp() throws IOException {
        lab.close();
        server.close();
    }

    private String file(String... more) {
        return "deploy: { target: ssh, hosts: [127.0.0.1], sshUser: deploy, sshPort: " + server.port()
                + String.join("", more) + " }\n" + """
                services:
                  web: { image: "%s", start: serve 8080, expose: 8080, health: /index.html }
                """.formatted(TestImages.busybox());
    }

    @Test
    void anEnvironmentIsBroughtUpAndTakenDownOverOneSession() throws IOException {
        home.key(USER);
        home.know(server.port(), HOST.getPublic());

        lab.up(file());
        int loginsOfUp = server.logins();

        assertThat(lab.run("web", List.of("cat", "/www/index.html"))).isEqualTo("hello");
        assertThat(lab.plan(file()).isEmpty()).isTrue();
        assertThat(loginsOfUp).as("a question and an answer, once").isLessThanOrEqualTo(2);

        lab.with("DOCKER_HOST", "ssh://deploy@127.0.0.1:" + server.port()).destroy();
        assertThat(Leftovers.of(lab.project())).isEmpty();
    }

    @Test
    void aHealthPathIsAskedForInsideTheContainerWhereForwardingIsNotAllowed() throws IOException {
        home.key(USER);
        home.know(server.port(), HOST.getPublic());
        server.allowForwarding(false);

        lab.up(file());

        assertThat(lab.run("web", List.of("cat", "/www/index.html"))).isEqualTo("hello");
    }

    @Test
    void aHostWhoseKeyIsNotKnownIsNotSpokenTo() {
        home.key(USER);

        assertThatThrownBy(() -> lab.plan(file())).isInstanceOfSatisfying(ProviderException.class, e -> {
            assertThat(e.code()).isEqualTo("unknown-host-key");
            assertThat(e)
                    .hasMessageContaining("the host key of 127.0.0.1 is not known")
                    .hasMessageMatching(".*(" + fingerprint(HOST) + "|" + fingerprint(HOST_RSA) + ").*");
            assertThat(e.fix())
                    .contains(
                            "ssh-keyscan -p " + server.port() + " 127.0.0.1 >> " + folder.resolve(".ssh/known_hosts"));
        });
        assertThat(server.logins()).isZero();
    }

    private static String fingerprint(KeyPair pair) {
        return Pattern.quote(KeyUtils.getFingerPrint(pair.getPublic()));
    }

    @Test
    void aHostIsKnownByAnyOfItsKeys() throws IOException {
        home.key(USER);
        home.know(server.port(), HOST_RSA.getPublic());

        assertThat(lab.plan(file()).isEmpty()).isFalse();
    }

    @Test
    void anEncryptedKeyThatTheAgentHasOpenLetsTheUserIn() throws Exception {
        Path key = home.encryptedKey(USER);
        home.know(server.port(), HOST.getPublic());
        try (TestSshAgent agent = TestSshAgent.holding(USER, folder)) {
            lab.with("SSH_AUTH_SOCK", agent.socket().toString());

            assertThat(lab.plan(file(", sshKey: " + key)).isEmpty()).isFalse();
        }
    }

    @Test
    void aHostWhoseKeyHasChangedIsRefusedLoudly() throws IOException {
        home.key(USER);
        KeyPair other = TestSshServer.key("ssh-ed25519");
        home.know(server.port(), other.getPublic());

        assertThatThrownBy(() -> lab.plan(file())).isInstanceOfSatisfying(ProviderException.class, e -> {
            assertThat(e.code()).isEqualTo("changed-host-key");
            assertThat(e)
                    .hasMessageContaining("THE HOST KEY OF 127.0.0.1 HAS CHANGED")
                    .hasMessageContaining(KeyUtils.getFingerPrint(other.getPublic()));
            assertThat(e.fix()).contains("ssh-keygen -R '[127.0.0.1]:" + server.port() + "'");
            assertThat(e.retryable()).isFalse();
        });
        assertThat(server.logins()).isZero();
    }

    @Test
    void aUserWhoIsNotLetInIsToldWhichKeysWereTried() throws IOException {
        Path key = home.key(TestSshServer.key("ssh-ed25519"));
        home.know(server.port(), HOST.getPublic());

        assertThatThrownBy(() -> lab.plan(file())).isInstanceOfSatisfying(ProviderException.class, e -> {
            assertThat(e.code()).isEqualTo("ssh-login");
            assertThat(e).hasMessageContaining("does not let deploy in").hasMessageContaining("tried the key " + key);
            assertThat(e.fix()).contains("ssh-copy-id -p " + server.port() + " deploy@127.0.0.1");
        });
    }

    @Test
    void anEncryptedKeyWithoutAnAgentIsToldBeforeAnythingIsTried() throws IOException {
        Path key = home.encryptedKey(USER);
        home.know(server.port(), HOST.getPublic());

        assertThatThrownBy(() -> lab.plan(file(", sshKey: " + key)))
                .isInstanceOfSatisfying(ProviderException.class, e -> {
                    assertThat(e).hasMessageContaining("the SSH key " + key + " is encrypted");
                    assertThat(e.fix()).contains("ssh-add " + key);
                });
        assertThat(server.logins()).isZero();
    }

    @Test
    void theKeyThatTheFileNamesIsUsed() throws IOException {
        Path key = home.key(USER);
        Path elsewhere = Files.move(key, folder.resolve("deploy-key"));
        home.know(server.port(), HOST.getPublic());

        assertThat(lab.plan(file(", sshKey: " + elsewhere)).isEmpty()).isFalse();
        assertThat(lab.plan(file(", sshKey: \"~/deploy-key\"")).isEmpty()).isFalse();
    }

    @Test
    void aKeyThatIsNotThereIsTold() throws IOException {
        home.know(server.port(), HOST.getPublic());

        assertThatThrownBy(() -> lab.plan(file(", sshKey: /nowhere/key")))
                .hasMessageContaining("the SSH key /nowhere/key is not there");
    }

    @Test
    void aMachineWithoutDockerSaysWhatIsMissing() throws IOException {
        home.key(USER);
        home.know(server.port(), HOST.getPublic());
        server.dockerFailsWith("bash: line 1: docker: command not found");

        assertThatThrownBy(() -> lab.plan(file())).isInstanceOfSatisfying(ProviderException.class, e -> {
            assertThat(e)
                    .hasMessageContaining("Docker can't be used on ssh://deploy@127.0.0.1:" + server.port())
                    .hasMessageContaining("command not found");
            assertThat(e.fix()).contains("install Docker there");
        });
    }

    @Test
    void aHostThatIsNotThereIsTold() {
        home.key(USER);

        assertThatThrownBy(() -> lab.plan(file().replace("127.0.0.1", "no-such-host.invalid")))
                .hasMessageContaining("no-such-host.invalid");
    }
}
