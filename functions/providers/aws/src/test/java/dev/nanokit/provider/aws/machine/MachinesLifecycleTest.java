package dev.nanokit.provider.aws.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nanokit.engine.plan.Action;
import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.source.InvalidConfigException;
import dev.nanokit.provider.aws.lab.AwsLab;
import dev.nanokit.provider.aws.lab.Inventory;
import dev.nanokit.provider.aws.lab.Plans;
import dev.nanokit.provider.aws.lab.TestAws;
import dev.nanokit.provider.aws.lab.gaps.CompletedMoto;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.ResponseLaunchTemplateData;
import software.amazon.awssdk.services.iam.IamClient;

@ExtendWith(TestAws.class)
class MachinesLifecycleTest {
    private static final String MANAGERS = """
            environments: { production: {} }
            infra:
              provider: aws
              region: eu-central-1
              cidr: 10.60.0.0/16
              instances:
                - { type: t3.small, count: 2, role: manager }
            """;
    private static final String NONE = MANAGERS.substring(0, MANAGERS.indexOf("  instances"));

    private final CompletedMoto moto = new CompletedMoto(TestAws.endpoint());
    private final AwsLab lab = TestAws.lab().through(moto.endpoint());
    private final AutoScalingClient autoScaling = TestAws.client(AutoScalingClient.builder(), moto.endpoint());
    private final Ec2Client ec2 = TestAws.ec2();
    private final IamClient iam = TestAws.client(IamClient.builder());
    private final Set<String> before = Inventory.of(ec2);

    @AfterEach
    void nothingIsLeft() {
        lab.destroy(NONE);
        assertThat(groups()).isEmpty();
        assertThat(Inventory.of(ec2)).isEqualTo(before);
        assertThat(ec2.describeLaunchTemplates().launchTemplates())
                .noneMatch(template -> template.launchTemplateName().startsWith(lab.project()));
        assertThat(iam.listRoles().roles()).noneMatch(role -> role.roleName().startsWith(lab.project()));
        assertThat(iam.listInstanceProfiles().instanceProfiles())
                .noneMatch(profile -> profile.instanceProfileName().startsWith(lab.project()));
        moto.close();
    }

    @Test
    void areMadeInTwoZonesAndLeftAlone() {
        Plan plan = lab.up(MANAGERS);

        assertThat(Plans.changes(plan))
                .contains(
                        "CREATE role/machines.ec2",
                        "CREATE instance-profile/machines.ec2",
                        "CREATE security-group/machines.ec2",
                        "CREATE launch-template/manager",
                        "CREATE auto-scaling-group/manager");
        assertThat(Plans.changes(lab.plan(MANAGERS))).isEmpty();
        assertThat(only().instances()).hasSize(2);
        assertThat(only().vpcZoneIdentifier().split(",", -1)).hasSize(2);
        assertThat(iam.listAttachedRolePolicies(request -> request.roleName(lab.project() + "-production-machines.ec2"))
                        .attachedPolicies())
                .extracting(policy -> policy.policyName())
                .containsExactly("AmazonSSMManagedInstanceCore");
    }

    @Test
    void haveEncryptedDisksAndTellMetadataByTokenOnly() {
        lab.up(MANAGERS);

        ResponseLaunchTemplateData machine = latest();

        assertThat(machine.imageId()).startsWith("ami-");
        assertThat(machine.metadataOptions().httpTokensAsString()).isEqualTo("required");
        assertThat(machine.blockDeviceMappings()).allMatch(disk -> disk.ebs().encrypted());
        assertThat(machine.userData()).isNotEmpty();
    }

    @Test
    void areReplacedAFewAtATimeWhenTheirTypeChanges() {
        lab.up(MANAGERS);
        String larger = MANAGERS.replace("t3.small", "t3.large");

        Plan plan = lab.up(larger);

        assertThat(Plans.changes(plan))
                .containsExactly("UPDATE launch-template/manager", "UPDATE auto-scaling-group/manager");
        assertThat(latest().instanceTypeAsString()).isEqualTo("t3.large");
        assertThat(only().launchTemplate().version()).isEqualTo("2");
        assertThat(Plans.changes(lab.plan(larger))).isEmpty();
    }

    @Test
    void becomeMoreOrFewer() {
        lab.up(MANAGERS);
        String more = MANAGERS.replace("count: 2", "count: 3");

        assertThat(Plans.changes(lab.up(more))).containsExactly("UPDATE auto-scaling-group/manager");
        assertThat(only().instances()).hasSize(3);
        assertThat(Plans.changes(lab.plan(more))).isEmpty();
    }

    @Test
    void areScaledByTheirLoadBetweenTheBounds() {
        String auto = MANAGERS.replace("  instances:", "  scaling: auto\n  min: 1\n  max: 5\n  instances:");
        lab.up(MANAGERS);

        lab.up(auto);
        assertThat(only().minSize()).isEqualTo(1);
        assertThat(only().maxSize()).isEqualTo(5);
        assertThat(policies()).isEqualTo(1);
        autoScaling.setDesiredCapacity(request ->
                request.autoScalingGroupName(only().autoScalingGroupName()).desiredCapacity(4));
        assertThat(Plans.changes(lab.plan(auto))).isEmpty();

        lab.up(MANAGERS);
        assertThat(policies()).isZero();
        assertThat(only().desiredCapacity()).isEqualTo(2);
        assertThat(Plans.changes(lab.plan(MANAGERS))).isEmpty();
    }

    @Test
    void whatSomebodyChangedByHandIsPutBack() {
        lab.up(MANAGERS);
        autoScaling.updateAutoScalingGroup(request -> request.autoScalingGroupName(only().autoScalingGroupName())
                .maxSize(7)
                .desiredCapacity(5));
        ec2.createLaunchTemplateVersion(request -> request.launchTemplateName(lab.project() + "-production-manager")
                .launchTemplateData(data -> data.imageId("ami-12345678").instanceType("t3.small")));
        iam.detachRolePolicy(request -> request.roleName(lab.project() + "-production-machines.ec2")
                .policyArn("arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"));

        assertThat(Plans.changes(lab.up(MANAGERS)))
                .contains(
                        "UPDATE role/machines.ec2",
                        "UPDATE launch-template/manager",
                        "UPDATE auto-scaling-group/manager");
        assertThat(only().maxSize()).isEqualTo(2);
        assertThat(latest().blockDeviceMappings()).isNotEmpty();
        assertThat(Plans.changes(lab.plan(MANAGERS))).isEmpty();
    }

    @Test
    void aRunThatForgotWhatItMadeFindsItAgain() {
        lab.up(MANAGERS);
        lab.state().clear();

        assertThat(Plans.actions(lab.up(MANAGERS))).containsOnly(Action.ADOPT);
        assertThat(groups()).hasSize(1);
        assertThat(Plans.changes(lab.plan(MANAGERS))).isEmpty();
    }

    @Test
    void aTypeThatTheRegionHasNotIsRefusedAndTheNearestNamed() {
        lab.up(MANAGERS);

        assertThatThrownBy(() -> lab.plan(MANAGERS.replace("t3.small", "t3.smal")))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("nanokit.yml:9:15")
                .hasMessageContaining("region eu-central-1 has no machine type 't3.smal'")
                .satisfies(refused -> assertThat(((InvalidConfigException) refused).problems())
                        .anySatisfy(problem -> assertThat(problem.fix()).isEqualTo("Write type: t3.small.")));
    }

    private AutoScalingGroup only() {
        assertThat(groups()).hasSize(1);
        return groups().getFirst();
    }

    private List<AutoScalingGroup> groups() {
        return autoScaling.describeAutoScalingGroupsPaginator().autoScalingGroups().stream()
                .filter(group -> group.autoScalingGroupName().startsWith(lab.project()))
                .toList();
    }

    private long policies() {
        return autoScaling.describePolicies().scalingPolicies().stream()
                .filter(policy -> policy.autoScalingGroupName().startsWith(lab.project()))
                .count();
    }

    private ResponseLaunchTemplateData latest() {
        return ec2.describeLaunchTemplateVersions(
                        request -> request.launchTemplateName(lab.project() + "-production-manager")
                                .versions("$Latest"))
                .launchTemplateVersions()
                .getFirst()
                .launchTemplateData();
    }
}
