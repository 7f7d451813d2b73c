package dev.nanokit.provider.aws.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nanokit.engine.plan.Action;
import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.source.InvalidConfigException;
import dev.nanokit.provider.aws.lab.AwsLab;
import dev.nanokit.provider.aws.lab.Inventory;
import dev.nanokit.provider.aws.lab.Plans;
import dev.nanokit.provider.aws.lab.TestAws;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DBSnapshot;

@ExtendWith(TestAws.class)
class DatabaseLifecycleTest {
    private static final String NETWORK = """
            environments: { production: {} }
            infra: { provider: aws, region: eu-central-1, cidr: 10.40.0.0/16 }
            """;
    private static final String ORDERS = NETWORK + """
            databases:
              orders: { engine: postgres, version: "16", plan: db.t4g.small, storage: 20gb }
            """;
    private static final String WITH_PASSWORD = NETWORK + """
            databases:
              orders:
                engine: postgres
                version: "16"
                plan: db.t4g.small
                storage: 20gb
                rootPassword: { from: ssm, path: /shop/orders }
            """;

    private final AwsLab lab = TestAws.lab().secret("ssm:/shop/orders", "first-password");
    private final Ec2Client ec2 = TestAws.ec2();
    private final RdsClient rds = TestAws.client(RdsClient.builder());

    @AfterEach
    void nothingIsLeft() {
        lab.destroy(NETWORK);
        assertThat(databases()).isEmpty();
        rds.describeDBSubnetGroups().dbSubnetGroups().stream()
                .map(group -> group.dbSubnetGroupName())
                .forEach(name -> assertThat(name).doesNotStartWith(lab.project()));
    }

    @Test
    void isMadeLeftAloneAndRemovedButForASnapshot() {
        Set<String> before = Inventory.of(ec2);

        Plan plan = lab.up(ORDERS);
        assertThat(Plans.changes(plan))
                .contains(
                        "CREATE db-subnet-group/main",
                        "CREATE security-group/orders.database",
                        "CREATE database/orders");
        assertThat(Plans.changes(lab.plan(ORDERS))).isEmpty();

        DBInstance orders = only();
        assertThat(orders.engine()).isEqualTo("postgres");
        assertThat(orders.storageEncrypted()).isTrue();
        assertThat(orders.publiclyAccessible()).isFalse();
        assertThat(orders.deletionProtection()).isTrue();
        assertThat(orders.backupRetentionPeriod()).isEqualTo(7);
        assertThat(orders.masterUserSecret().secretArn()).contains("secretsmanager");

        lab.destroy(NETWORK);
        assertThat(databases()).isEmpty();
        assertThat(snapshots()).hasSize(1).allMatch(name -> name.startsWith(orders.dbInstanceIdentifier() + "-final-"));
        assertThat(Inventory.of(ec2)).isEqualTo(before);
        assertThat(lab.state()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "storage: 20gb, storage: 40gb, storage",
        "plan: db.t4g.small, plan: db.t4g.large, class",
        "version: \"16\", version: \"17\", version",
        "version: \"16\", version: \"16.4\", version",
    })
    void isChangedInPlace(String from, String to, String field) {
        lab.up(ORDERS);
        String changed = ORDERS.replace(from, to);

        Plan plan = lab.up(changed);

        assertThat(Plans.changes(plan)).containsExactly("UPDATE database/orders");
        assertThat(Plans.fields(plan)).containsExactly("database/orders " + field);
        assertThat(Plans.changes(lab.plan(changed))).isEmpty();
    }

    @Test
    void anotherEngineIsAnotherDatabase() {
        lab.up(ORDERS);
        String mysql = ORDERS.replace("postgres, version: \"16\"", "mysql, version: \"8.4\"");

        Plan plan = lab.up(mysql);

        assertThat(Plans.changes(plan)).contains("REPLACE database/orders");
        assertThat(only().engine()).isEqualTo("mysql");
        assertThat(Plans.changes(lab.plan(mysql))).isEmpty();
        assertThat(snapshots()).hasSize(1);
    }

    @Test
    void aPatchThatAwsAppliedIsNoDifference() {
        lab.up(ORDERS.replace("\"16\"", "\"16.3\""));
        rds.modifyDBInstance(request ->
                request.dbInstanceIdentifier(only().dbInstanceIdentifier()).engineVersion("16.6"));

        assertThat(Plans.changes(lab.plan(ORDERS.replace("\"16\"", "\"16.3\""))))
                .isEmpty();
        assertThat(Plans.changes(lab.up(ORDERS))).containsExactly("UPDATE database/orders");
        assertThat(only().engineVersion()).isEqualTo("16.6");
    }

    @Test
    void whatSomebodyChangedByHandIsPutBack() {
        lab.up(ORDERS);
        rds.modifyDBInstance(request -> request.dbInstanceIdentifier(only().dbInstanceIdentifier())
                .deletionProtection(false)
                .publiclyAccessible(true)
                .multiAZ(true)
                .backupRetentionPeriod(1));

        Plan repair = lab.up(ORDERS);

        assertThat(Plans.fields(repair))
                .containsExactlyInAnyOrder(
                        "database/orders deletionProtection",
                        "database/orders public",
                        "database/orders multiZone",
                        "database/orders backupDays");
        assertThat(only().deletionProtection()).isTrue();
        assertThat(only().publiclyAccessible()).isFalse();
        assertThat(Plans.changes(lab.plan(ORDERS))).isEmpty();
    }

    @Test
    void aRunThatForgotWhatItMadeFindsItAgain() {
        lab.up(ORDERS);
        String made = only().dbiResourceId();
        lab.state().clear();

        assertThat(Plans.actions(lab.up(ORDERS))).containsOnly(Action.ADOPT);

        assertThat(only().dbiResourceId()).isEqualTo(made);
        assertThat(Plans.changes(lab.plan(ORDERS))).isEmpty();
    }

    @Test
    void aDatabaseOfAnotherComponentIsNotTouched() {
        lab.up(ORDERS);

        assertThatThrownBy(() -> lab.component("other").up(ORDERS))
                .isInstanceOf(RuntimeException.class)
                .hasMessageContaining("database " + only().dbInstanceIdentifier()
                        + " is there already, and belongs to component main");

        assertThat(Plans.changes(lab.plan(ORDERS))).isEmpty();
    }

    @Test
    void thePasswordOfTheFileIsGivenAndChangedAndNeverRecorded() {
        lab.up(WITH_PASSWORD);
        assertThat(only().masterUserSecret()).isNull();
        assertThat(Plans.changes(lab.plan(WITH_PASSWORD))).isEmpty();

        lab.secret("ssm:/shop/orders", "second-password");
        Plan plan = lab.up(WITH_PASSWORD);

        assertThat(Plans.fields(plan)).containsExactly("database/orders password");
        assertThat(Plans.changes(lab.plan(WITH_PASSWORD))).isEmpty();
        assertThat(lab.state().toString() + plan).doesNotContain("first-password", "second-password");
    }

    @Test
    void rdsTakesThePasswordOverWhereTheFileGivesItUp() {
        lab.up(WITH_PASSWORD);

        lab.up(ORDERS);
        assertThat(only().masterUserSecret()).isNotNull();
        assertThat(Plans.changes(lab.plan(ORDERS))).isEmpty();

        lab.up(WITH_PASSWORD);
        assertThat(only().masterUserSecret()).isNull();
        assertThat(Plans.changes(lab.plan(WITH_PASSWORD))).isEmpty();
    }

    @Test
    void whatRdsCantDoIsRefusedBeforeAnythingIsTouched() {
        lab.up(ORDERS.replace("20gb", "40gb"));

        assertThatThrownBy(() -> lab.plan(ORDERS))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("storage of database 'orders' can't shrink from 40 to 20 GiB");
        assertThatThrownBy(() -> lab.plan(ORDERS.replace("20gb", "40gb").replace("\"16\"", "\"15\"")))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("can't go back from postgres 16 to 15");
    }

    private DBInstance only() {
        assertThat(databases()).hasSize(1);
        return databases().getFirst();
    }

    private List<DBInstance> databases() {
        return rds.describeDBInstances().dbInstances().stream()
                .filter(instance -> instance.dbInstanceIdentifier().startsWith(lab.project()))
                .toList();
    }

    private List<String> snapshots() {
        return rds.describeDBSnapshots().dbSnapshots().stream()
                .filter(snapshot -> snapshot.dbInstanceIdentifier().startsWith(lab.project()))
                .filter(snapshot -> snapshot.snapshotType().equals("manual"))
                .map(DBSnapshot::dbSnapshotIdentifier)
                .toList();
    }
}
