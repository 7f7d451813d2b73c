package dev.nanokit.provider.aws.compile;

import dev.nanokit.engine.config.Service;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The roles of a service: that with which ECS starts its tasks, which may write its log, pull its image and read its secrets,
 * and nothing else; and that which the tasks have themselves, which may do nothing until somebody allows it something.
 */
record ServiceRoles(Scope scope, Service service) {
    private static final String TASKS = "ecs-tasks.amazonaws.com";
    private static final Pattern ECR = Pattern.compile(
            "(\\d{12})\\.dkr\\.ecr(?:-fips)?\\.([a-z0-9-]+)\\.amazonaws\\.com(\\.cn)?/([^:@]+)(?:[:@].*)?");

    Resource execution(ResourceKey logs, List<Value.Obj> readable) {
        List<Value.Obj> statements = new ArrayList<>();
        statements.add(Policies.allow(
                List.of("logs:CreateLogStream", "logs:PutLogEvents"),
                List.of(Value.template(Value.ref(logs, "arn"), Value.text(":*")))));
        repository().ifPresent(repository -> {
            statements.add(Policies.allow(List.of("ecr:GetAuthorizationToken"), List.of(Value.text("*"))));
            statements.add(Policies.allow(
                    List.of("ecr:BatchCheckLayerAvailability", "ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage"),
                    List.of(Value.text(repository))));
        });
        statements.addAll(readable);
        return role(service.name() + "-execution", new Fields().with("policy", Policies.of(statements)));
    }

    Resource own() {
        return role(service.name() + "-task", new Fields());
    }

    private Resource role(String name, Fields spec) {
        spec.with("name", Names.fit(scope.nameAtAws(name), Names.ROLE)).with("trust", Policies.trust(TASKS));
        return Scope.service(
                new ResourceKey(Types.ROLE, name),
                spec.build(),
                Set.of(),
                Set.of("name"),
                scope.place("services", service.name()));
    }

    /** The image's repository where it is in ECR, which asks who pulls. */
    private Optional<String> repository() {
        if (!(service.source() instanceof Service.Source.Image(String reference))) {
            return Optional.empty();
        }
        Matcher image = ECR.matcher(reference);
        if (!image.matches()) {
            return Optional.empty();
        }
        String partition =
                image.group(3) != null ? "aws-cn" : image.group(2).startsWith("us-gov") ? "aws-us-gov" : "aws";
        return Optional.of(
                "arn:" + partition + ":ecr:" + image.group(2) + ":" + image.group(1) + ":repository/" + image.group(4));
    }
}
