package dev.nanokit.github.client.emulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nanokit.github.api.CheckRun;
import dev.nanokit.github.api.CheckRun.Annotation;
import dev.nanokit.github.api.CheckRun.Conclusion;
import dev.nanokit.github.api.CheckRun.Level;
import dev.nanokit.github.api.CheckRun.Status;
import dev.nanokit.github.api.GitHubException;
import dev.nanokit.github.api.Repository;
import dev.nanokit.github.client.ClientSettings;
import dev.nanokit.github.client.GitHubClient;
import dev.nanokit.github.policy.Permission;
import dev.nanokit.webhook.trigger.Actor;
import dev.nanokit.webhook.trigger.PullRequestRef;
import dev.nanokit.webhook.trigger.RepositoryRef;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The client against a GitHub that we did not write, as far as that goes. It has no reactions, no archives, no reviews'
 * permissions and no deliveries; it puts annotations in the place of those before, where GitHub adds them; it takes any
 * commit for a check; and it doesn't say which App made a check, so that none is taken for ours.
 */
class EmulateTest {
    @TempDir
    static Path folder;

    private static Emulate emulate;
    private static String pem;
    private static Person person;
    private static Repository repository;
    private static String head;

    @BeforeAll
    static void aRepositoryIsThere() throws Exception {
        pem = newKey();
        emulate = Emulate.start(Files.writeString(folder.resolve("app.pem"), pem));
        person = new Person(emulate.address());
        head = person.put("main", "nanokit.yml", "name: shop\n");
        repository = client(pem).repository(new RepositoryRef(Emulate.INSTALLATION, 1, "acme/shop", "main"));
    }

    @AfterAll
    static void itIsStopped() {
        if (emulate != null) {
            emulate.close();
        }
    }

    private static String newKey() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(generator.generateKeyPair().getPrivate());
        }
        return text.toString();
    }

    private static GitHubClient client(String key) {
        return GitHubClient.connect(
                new ClientSettings(emulate.address(), Long.toString(Emulate.APP), () -> key, "nanokit-test"),
                Clock.systemUTC());
    }

    private static CheckRun check(Status status, Optional<Conclusion> conclusion) {
        return new CheckRun(
                "nanokit / production",
                head,
                "plan-1",
                status,
                conclusion,
                "+1 ~0 -0",
                "One to create",
                "the diff",
                List.of(new Annotation("nanokit.yml", 1, 1, Level.WARNING, "Careful", "here")),
                List.of(new CheckRun.Action("Apply", "Make it so", "apply")),
                Optional.empty());
    }

    @Test
    void theAppIsKnownByItsKey() throws Exception {
        assertThat(client(pem).identity().slug()).isEqualTo("nanokit");

        String other = newKey();
        assertThatThrownBy(() -> client(other).identity())
                .isInstanceOfSatisfying(
                        GitHubException.class, e -> assertThat(e.status()).isEqualTo(401));
    }

    @Test
    void theInstallationIsFoundByTheRepositorysName() {
        Repository found =
                client(pem).repository(new RepositoryRef(RepositoryRef.UNKNOWN_INSTALLATION, 1, "acme/shop", "main"));

        assertThat(found.files("main", "nanokit.yml")).containsKey("nanokit.yml");
    }

    @Test
    void theTokenIsForTheOneRepository() {
        Repository other = client(pem).repository(new RepositoryRef(Emulate.INSTALLATION, 1, "acme/other", "main"));

        assertThatThrownBy(() -> other.branchHead("main")).isInstanceOf(GitHubException.class);
    }

    @Test
    void filesAreReadAtACommitAndAtABranch() throws Exception {
        person.branch("feature/files", head);
        person.put("feature/files", "api/nanokit.yml", "name: shop\ncomponent: api # ü\n");

        Map<String, byte[]> files = repository.files("feature/files", "nanokit.yml");

        assertThat(files.keySet()).containsExactly("api/nanokit.yml", "nanokit.yml");
        assertThat(new String(files.get("api/nanokit.yml"), StandardCharsets.UTF_8))
                .isEqualTo("name: shop\ncomponent: api # ü\n");
        assertThat(repository.files(head, "nanokit.yml")).containsOnlyKeys("nanokit.yml");
    }

    @Test
    void aBranchesHeadIsItsCommit() throws Exception {
        person.branch("still", head);

        assertThat(repository.branchHead("still")).isEqualTo(head);
    }

    @Test
    void aCheckIsMadeAndBroughtToItsEnd() throws Exception {
        long id = repository.createCheck(check(Status.IN_PROGRESS, Optional.empty()));
        repository.updateCheck(id, check(Status.COMPLETED, Optional.of(Conclusion.ACTION_REQUIRED)));

        JsonNode shown = person.get("/check-runs/" + id);
        assertThat(shown.path("status").stringValue()).isEqualTo("completed");
        assertThat(shown.path("conclusion").stringValue()).isEqualTo("action_required");
        assertThat(shown.at("/output/summary").stringValue()).isEqualTo("One to create");
        assertThat(repository.checks(head)).isEmpty();
    }

    @Test
    void commentsAreWrittenFoundAndRewritten() throws Exception {
        person.branch("talk", head);
        person.put("talk", "README.txt", "hello");
        int pull = person.open("talk");

        long id = repository.createComment(pull, "<!-- marker --> one");
        repository.updateComment(id, "<!-- marker --> two");

        assertThat(repository.findComment(pull, "<!-- marker -->")).contains(id);
        assertThat(person.get("/issues/comments/" + id).path("body").stringValue())
                .isEqualTo("<!-- marker --> two");
    }

    @Test
    void pullRequestsAreRead() throws Exception {
        person.branch("change", head);
        String change = person.put("change", "CHANGES.txt", "x");
        int number = person.open("change");

        PullRequestRef pull = repository.pullRequest(number);

        assertThat(pull)
                .isEqualTo(new PullRequestRef(
                        number, change, "change", "main", false, false, new Actor("octocat", false)));
        assertThat(repository.openPullRequests()).contains(pull);
    }

    @Test
    void whoMayDoWhatIsKnown() {
        assertThat(repository.permissionOf("octocat")).isEqualTo(Permission.ADMIN);
        assertThat(repository.permissionOf("rando")).isEqualTo(Permission.NONE);
    }

    @Test
    void whatItDoesNotHaveIsSaidBy404() {
        assertThatThrownBy(() -> repository.react(1, "eyes"))
                .isInstanceOfSatisfying(
                        GitHubException.class, e -> assertThat(e.status()).isEqualTo(404));
    }
}
