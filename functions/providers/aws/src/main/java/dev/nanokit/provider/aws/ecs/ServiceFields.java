package dev.nanokit.provider.aws.ecs;

import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.aws.reconcile.Specs;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.ecs.model.AssignPublicIp;
import software.amazon.awssdk.services.ecs.model.AwsVpcConfiguration;
import software.amazon.awssdk.services.ecs.model.DeploymentConfiguration;
import software.amazon.awssdk.services.ecs.model.LoadBalancer;
import software.amazon.awssdk.services.ecs.model.NetworkConfiguration;
import software.amazon.awssdk.services.ecs.model.Service;

/** A service's settings: between the fields of a spec and ECS's own form. */
final class ServiceFields {
    private ServiceFields() {}

    static NetworkConfiguration network(Value.Obj spec) {
        return NetworkConfiguration.builder()
                .awsvpcConfiguration(AwsVpcConfiguration.builder()
                        .subnets(Specs.texts(spec.get("subnets")))
                        .securityGroups(Specs.texts(spec.get("securityGroups")))
                        .assignPublicIp(
                                Specs.isTrue(spec, "publicAddress") ? AssignPublicIp.ENABLED : AssignPublicIp.DISABLED)
                        .build())
                .build();
    }

    /** A deployment whose tasks do not come up is given up, and what ran before comes back. */
    static DeploymentConfiguration deployment(Value.Obj spec) {
        return DeploymentConfiguration.builder()
                .minimumHealthyPercent(Specs.number(spec, "minimumHealthyPercent"))
                .maximumPercent(Specs.number(spec, "maximumPercent"))
                .deploymentCircuitBreaker(breaker -> breaker.enable(true).rollback(Specs.isTrue(spec, "rollBack")))
                .build();
    }

    static List<LoadBalancer> loadBalancers(Value.Obj spec) {
        return spec.get("targetGroup") instanceof Value.Text(String group)
                ? List.of(LoadBalancer.builder()
                        .targetGroupArn(group)
                        .containerName(spec.text("container"))
                        .containerPort(Specs.number(spec, "port"))
                        .build())
                : List.of();
    }

    static Value.Obj spec(Service service, Value.Obj wanted) {
        Map<String, Value> spec = new TreeMap<>();
        spec.put("name", Value.text(service.serviceName()));
        spec.put("taskDefinition", Specs.text(service.taskDefinition()));
        spec.put("instances", Specs.num(service.desiredCount()));
        putNetwork(service, wanted, spec);
        putDeployment(service.deploymentConfiguration(), spec);
        spec.put(
                "targetGroup",
                service.loadBalancers().stream()
                        .map(LoadBalancer::targetGroupArn)
                        .findFirst()
                        .map(Specs::text)
                        .orElse(Value.NULL));
        if (!service.loadBalancers().isEmpty()) {
            spec.put("port", Specs.num(service.loadBalancers().getFirst().containerPort()));
            spec.put("container", Specs.text(service.loadBalancers().getFirst().containerName()));
        }
        Deployments.of(service).outcome().ifPresent(outcome -> spec.put("deployment", Value.text(outcome)));
        Value.Obj there = Specs.asked(spec, wanted);
        return wanted.fields().containsKey("targetGroup")
                        || service.loadBalancers().isEmpty()
                ? there
                : there.with("targetGroup", spec.get("targetGroup"));
    }

    private static void putNetwork(Service service, Value.Obj wanted, Map<String, Value> spec) {
        if (service.networkConfiguration() == null
                || service.networkConfiguration().awsvpcConfiguration() == null) {
            return;
        }
        AwsVpcConfiguration network = service.networkConfiguration().awsvpcConfiguration();
        spec.put("subnets", Specs.ordered(network.subnets(), wanted.get("subnets")));
        spec.put("securityGroups", Specs.ordered(network.securityGroups(), wanted.get("securityGroups")));
        spec.put("publicAddress", Value.bool(network.assignPublicIp() == AssignPublicIp.ENABLED));
    }

    private static void putDeployment(DeploymentConfiguration deployment, Map<String, Value> spec) {
        if (deployment == null) {
            return;
        }
        spec.put("minimumHealthyPercent", Specs.num(deployment.minimumHealthyPercent()));
        spec.put("maximumPercent", Specs.num(deployment.maximumPercent()));
        if (deployment.deploymentCircuitBreaker() != null) {
            spec.put(
                    "rollBack", Value.bool(deployment.deploymentCircuitBreaker().rollback()));
        }
    }
}
