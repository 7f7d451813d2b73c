package dev.nanokit.provider.aws.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.engine.plan.Action;
import dev.nanokit.engine.plan.Plan;
import dev.nanokit.provider.aws.lab.AwsLab;
import dev.nanokit.provider.aws.lab.Inventory;
import dev.nanokit.provider.aws.lab.Plans;
import dev.nanokit.provider.aws.lab.TestAws;
import dev.nanokit.provider.aws.lab.gaps.CompletedMoto;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;

@ExtendWith(TestAws.class)
class CacheLifecycleTest {
    private static final String NETWORK = """
            environments: { production: {} }
            infra: { provider: aws, region: eu-central-1, cidr: 10.50.0.0/16 }
            """;
    private static final String SESSIONS = NETWORK + """
            databases:
              sessions:
                engine: redis
                version: "7.0"
                plan: cache.t4g.small
                rootPassword: { from: ssm, path: /shop/sessions }
            """;

    private final CompletedMoto moto = new CompletedMoto(TestAws.endpoint());
    private final AwsLab lab =
            TestAws.lab().through(moto.endpoint()).secret("ssm:/shop/sessions", "a-first-password-of-it");
    private final ElastiCacheClient elastiCache = TestAws.client(ElastiCacheClient.builder(), moto.endpoint());
    private Set<String> before;

    @BeforeEach
    void lookAround() {
        before = Inventory.of(TestAws.ec2());
    }

    @AfterEach
    void nothingIsLeft() {
        lab.destroy(NETWORK);
        assertThat(caches()).isEmpty();
        assertThat(Inventory.of(TestAws.ec2())).isEqualTo(before);
        moto.close();
    }

    @Test
    void isMadeEncryptedAndLeftAlone() {
        Plan plan = lab.up(SESSIONS);

        assertThat(Plans.changes(plan))
                .contains(
                        "CREATE cache-subnet-group/main",
                        "CREATE security-group/sessions.database",
                        "CREATE cache/sessions");
        assertThat(Plans.changes(lab.plan(SESSIONS))).isEmpty();
        ReplicationGroup sessions = caches().getFirst();
        assertThat(sessions.atRestEncryptionEnabled()).isTrue();
        assertThat(sessions.transitEncryptionEnabled()).isTrue();
        assertThat(sessions.authTokenEnabled()).isTrue();
        assertThat(lab.state().toString()).doesNotContain("a-first-password-of-it");
    }

    @ParameterizedTest
    @CsvSource({
        "plan: cache.t4g.small, plan: cache.t4g.medium, class",
        "version: \"7.0\", version: \"7.1\", version",
    })
    void isChangedInPlace(String from, String to, String field) {
        lab.up(SESSIONS);
        String changed = SESSIONS.replace(from, to);

        assertThat(Plans.fields(lab.up(changed))).containsExactly("cache/sessions " + field);
        assertThat(Plans.changes(lab.plan(changed))).isEmpty();
    }

    @Test
    void thePasswordIsChangedAndGivenUpWithTheFile() {
        lab.up(SESSIONS);
        lab.secret("ssm:/shop/sessions", "a-second-password-of-it");

        assertThat(Plans.fields(lab.up(SESSIONS))).containsExactly("cache/sessions password");
        assertThat(Plans.changes(lab.plan(SESSIONS))).isEmpty();

        String open = SESSIONS.lines()
                .filter(line -> !line.contains("rootPassword"))
                .reduce("", (text, line) -> text + line + "\n");
        lab.up(open);
        assertThat(caches().getFirst().authTokenEnabled()).isFalse();
        assertThat(Plans.changes(lab.plan(open))).isEmpty();
    }

    @Test
    void whatSomebodyChangedByHandIsPutBack() {
        lab.up(SESSIONS);
        elastiCache.modifyReplicationGroup(
                request -> request.replicationGroupId(caches().getFirst().replicationGroupId())
                        .cacheNodeType("cache.m7g.large")
                        .snapshotRetentionLimit(1));

        assertThat(Plans.fields(lab.up(SESSIONS)))
                .containsExactlyInAnyOrder("cache/sessions class", "cache/sessions backupDays");
        assertThat(Plans.changes(lab.plan(SESSIONS))).isEmpty();
    }

    @Test
    void aRunThatForgotWhatItMadeFindsItAgain() {
        lab.up(SESSIONS);
        lab.state().clear();

        assertThat(Plans.actions(lab.up(SESSIONS))).containsOnly(Action.ADOPT);
        assertThat(caches()).hasSize(1);
    }

    private List<ReplicationGroup> caches() {
        return elastiCache.describeReplicationGroups().replicationGroups().stream()
                .filter(group -> group.replicationGroupId().startsWith(lab.project()))
                .toList();
    }
}
