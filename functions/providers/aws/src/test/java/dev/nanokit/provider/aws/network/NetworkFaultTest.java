package dev.nanokit.provider.aws.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.provider.aws.lab.AwsLab;
import dev.nanokit.provider.aws.lab.FaultyAws;
import dev.nanokit.provider.aws.lab.FaultyAws.Fault;
import dev.nanokit.provider.aws.lab.Inventory;
import dev.nanokit.provider.aws.lab.TestAws;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** Each call that changes something goes wrong the first time, in each way (is throttled, every fourth). */
@ExtendWith(TestAws.class)
class NetworkFaultTest {
    private static final String NETWORK = """
            environments: { production: {} }
            infra: { provider: aws, region: eu-central-1, cidr: 10.20.0.0/16 }
            """;

    /** Each throttled call makes the SDK wait for a second. */
    private static final int EVERY_FOURTH = 4;

    /** A route table takes four calls, and each goes wrong once. */
    private static final int ATTEMPTS = 8;

    private final Ec2Client ec2 = TestAws.ec2();

    @ParameterizedTest
    @EnumSource(value = Fault.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void theNetworkIsMadeOnceAndRemovedWhole(Fault fault) {
        int size = sizeOfANetwork();
        Set<String> before = Inventory.of(ec2);
        int every = fault == Fault.THROTTLED ? EVERY_FOURTH : 1;
        try (FaultyAws faulty = new FaultyAws(TestAws.endpoint(), fault, every)) {
            AwsLab lab = TestAws.lab().patient(ATTEMPTS).through(faulty.endpoint());

            lab.up(NETWORK);

            assertThat(faulty.failed()).hasSizeGreaterThan(15 / every).contains("CreateVpc");
            assertThat(Inventory.of(ec2)).hasSize(before.size() + size);
            assertThat(lab.plan(NETWORK).waves()).isEmpty();

            lab.destroy(NETWORK);

            assertThat(faulty.failed().stream()
                            .filter(call -> call.startsWith("Delete"))
                            .distinct())
                    .hasSizeGreaterThanOrEqualTo(5 / every);
            assertThat(Inventory.of(ec2)).isEqualTo(before);
        }
    }

    private int sizeOfANetwork() {
        int before = Inventory.of(ec2).size();
        AwsLab lab = TestAws.lab();
        lab.up(NETWORK);
        int size = Inventory.of(ec2).size() - before;
        lab.destroy(NETWORK);
        return size;
    }
}
