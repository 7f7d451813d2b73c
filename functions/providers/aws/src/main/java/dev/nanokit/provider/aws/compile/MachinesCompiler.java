package dev.nanokit.provider.aws.compile;

import dev.nanokit.engine.config.Infra;
import dev.nanokit.engine.config.Infra.InstanceGroup;
import dev.nanokit.engine.config.Infra.Role;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.source.Place;
import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.Fields;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The machines under {@code infra.instances}, each entry an Auto Scaling group with its launch template. */
final class MachinesCompiler {
    private static final ResourceKey ROLE = new ResourceKey(Types.ROLE, "machines.ec2");
    private static final ResourceKey PROFILE = new ResourceKey(Types.INSTANCE_PROFILE, "machines.ec2");
    private static final ResourceKey SECURITY_GROUP = new ResourceKey(Types.SECURITY_GROUP, "machines.ec2");
    private static final String SSM = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore";
    private static final String IMAGE = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-";
    private static final int DISK_GIB = 30;
    private static final int CPU_PERCENT = 60;
    private static final String DOCKER = """
            #!/bin/bash
            dnf install -y docker
            systemctl enable --now docker
            usermod -aG docker ec2-user
            """;

    private final Scope scope;
    private final NetworkParts network;
    private final List<Resource> resources = new ArrayList<>();

    MachinesCompiler(Scope scope, NetworkParts network) {
        this.scope = scope;
        this.network = network;
    }

    List<Resource> compile() {
        List<MachineGroup> groups = MachineGroup.of(scope.environment().infra()).stream()
                .filter(group -> group.declared().role() != Role.KUBERNETES)
                .toList();
        if (!groups.isEmpty()) {
            shared();
            groups.forEach(this::group);
        }
        return List.copyOf(resources);
    }

    private void shared() {
        Place place = scope.place("infra", "instances");
        Fields role = new Fields()
                .with("name", Names.fit(scope.nameAtAws("machines.ec2"), Names.ROLE))
                .with("trust", Trust.of("ec2.amazonaws.com"))
                .with("managed", Value.texts(List.of(SSM)));
        resources.add(scope.infrastructure(ROLE, role.build(), Set.of(), Set.of("name"), place));
        Fields profile = new Fields()
                .with("name", Names.fit(scope.nameAtAws("machines.ec2"), Names.ROLE))
                .with("role", Value.ref(ROLE, "name"));
        resources.add(scope.infrastructure(PROFILE, profile.build(), Set.of(ROLE), Set.of("name"), place));
        Value fromNetwork = Ingress.rule("all", "all", network.range());
        Fields securityGroup = new Fields()
                .with("vpc", network.vpc())
                .with("name", scope.nameAtAws("machines.ec2"))
                .with("description", "Machines, within their network")
                .with("ingress", Value.seq(fromNetwork));
        resources.add(scope.infrastructure(
                SECURITY_GROUP,
                securityGroup.build(),
                network.dependsOn(),
                Set.of("vpc", "name", "description"),
                place));
    }

    private void group(MachineGroup group) {
        Place place = scope.place("infra", "instances", String.valueOf(group.index()), "type");
        ResourceKey template = new ResourceKey(Types.LAUNCH_TEMPLATE, group.name());
        Value.Obj machine = machine(group.declared());
        resources.add(scope.infrastructure(
                template,
                machine.with("name", Value.text(scope.nameAtAws(group.name()))),
                Set.of(PROFILE, SECURITY_GROUP),
                Set.of("name"),
                place));
        Set<ResourceKey> dependsOn = new HashSet<>(Scope.union(network.dependsOn(), network.waysOut()));
        dependsOn.addAll(Set.of(template, PROFILE, SECURITY_GROUP));
        resources.add(scope.infrastructure(
                new ResourceKey(Types.AUTO_SCALING_GROUP, group.name()),
                group(group, template, machine),
                dependsOn,
                Set.of("name"),
                place));
    }

    private static Value.Obj machine(InstanceGroup declared) {
        Fields machine = new Fields()
                .with("image", IMAGE + Processors.of(declared.type()))
                .with("type", declared.type())
                .with("profile", Value.ref(PROFILE, "name"))
                .with("securityGroups", Value.seq(Value.ref(SECURITY_GROUP, "id")))
                .with("metadataByTokenOnly", Value.bool(true))
                .with(
                        "disk",
                        new Fields()
                                .with("type", "gp3")
                                .with("size", Value.num(DISK_GIB))
                                .with("encrypted", Value.bool(true))
                                .build());
        if (declared.role() == Role.MANAGER) {
            machine.with("userData", DOCKER);
        }
        return machine.build();
    }

    /** What the machines are made from stands here too: when it changes, they are to be replaced. */
    private Value.Obj group(MachineGroup group, ResourceKey template, Value.Obj machine) {
        boolean auto = scope.environment().infra().scaling() == Infra.Scaling.AUTO;
        Fields spec = new Fields()
                .with("name", scope.nameAtAws(group.name()))
                .with("template", Value.ref(template, "id"))
                .with("templateVersion", Value.ref(template, "version"))
                .with("machine", machine)
                .with("subnets", network.privateSubnets())
                .with("min", Value.num(group.min()))
                .with("max", Value.num(group.max()))
                .with("start", Value.num(group.declared().count()))
                .with("cpuTarget", auto ? Value.num(CPU_PERCENT) : Value.NULL);
        return spec.build();
    }
}
