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

/** Each call that changes something goes wrong once, in each way (of those that are throttled, every fourth). */
@ExtendWith(TestAws.class)
class NetworkFaultTest {
    private static final String NETWORK = """
            environments: { production: {} }
            infra: { provider: aws, region: eu-central-1, cidr: 10.20.0.0/16 }
            """;

    /** Each throttled call makes the SDK wait for a second. */
    private static final int EVERY_FOURTH = 4;

    private final Ec2Client ec2 = TestAws.ec2();

    @ParameterizedTest
    @EnumSource(value = Fault.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void theNetworkIsMadeOnceAndRemovedWhole(Fault fault) {
        Set<String> before = Inventory.of(ec2);
        int size = -1;
        for (int call = 0; ; call += fault == Fault.THROTTLED ? EVERY_FOURTH : 1) {
            boolean failed;
            try (FaultyAws faulty = new FaultyAws(TestAws.endpoint())) {
                AwsLab lab = TestAws.lab().patient(4).through(faulty.endpoint());
                faulty.fail(call, fault);
                lab.up(NETWORK);
                failed = faulty.changing().size() > call;
                int made = Inventory.of(ec2).size() - before.size();
                size = size < 0 ? made : size;
                assertThat(made).as("after %s of call %d", fault, call).isEqualTo(size);
                assertThat(lab.plan(NETWORK).waves()).isEmpty();

                faulty.fail(call, fault);
                lab.destroy(NETWORK);
                failed |= faulty.changing().size() > call;
                assertThat(Inventory.of(ec2))
                        .as("after %s of call %d", fault, call)
                        .isEqualTo(before);
            }
            if (!failed) {
                assertThat(call).isGreaterThan(15);
                return;
            }
        }
    }
}
