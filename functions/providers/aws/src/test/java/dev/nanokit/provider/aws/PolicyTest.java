package dev.nanokit.provider.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/aws-policy.json} allows what the code calls, and nothing else. It is made from the calls in the byte code:
 * run with {@code -Dnanokit.golden=write} after a call was added or removed.
 */
class PolicyTest {
    private static final Path POLICY = Path.of("../../../docs/aws-policy.json");
    private static final Pattern CLIENT =
            Pattern.compile("software\\.amazon\\.awssdk\\.services\\.([a-z0-9]+)\\.[A-Z][A-Za-z0-9]*Client");
    private static final Set<String> NO_CALLS = Set.of("builder", "create", "close", "serviceName", "waiter");

    /** How a service's permissions are called where the SDK's package is called otherwise. */
    private static final Map<String, String> PREFIXES = Map.of(
            "elasticloadbalancingv2", "elasticloadbalancing",
            "cloudwatchlogs", "logs",
            "applicationautoscaling", "application-autoscaling",
            "efs", "elasticfilesystem");

    /** What a call needs beside the permission of its own name. */
    private static final Map<String, Set<String>> ALSO = Map.of(
            "ec2:CreateVpc", Set.of("ec2:CreateTags"),
            "ecs:CreateService", Set.of("iam:PassRole", "iam:CreateServiceLinkedRole"),
            "ecs:RegisterTaskDefinition", Set.of("iam:PassRole", "ecs:TagResource"),
            "ec2:CreateLaunchTemplate", Set.of("iam:PassRole", "ec2:RunInstances"),
            "eks:CreateCluster", Set.of("iam:PassRole", "iam:CreateServiceLinkedRole", "eks:TagResource"),
            "autoscaling:CreateAutoScalingGroup",
                    Set.of("autoscaling:CreateOrUpdateTags", "iam:CreateServiceLinkedRole", "ec2:CreateTags"),
            "iam:CreateRole", Set.of("iam:TagRole", "iam:TagInstanceProfile"),
            "rds:CreateDBInstance", Set.of("rds:AddTagsToResource", "secretsmanager:CreateSecret", "kms:DescribeKey"),
            "elasticloadbalancing:CreateLoadBalancer", Set.of("elasticloadbalancing:AddTags"),
            "elasticache:CreateReplicationGroup", Set.of("elasticache:AddTagsToResource"));

    @Test
    void isWhatTheCodeCalls() throws IOException {
        String needed = render(permissions());
        if ("write".equals(System.getProperty("nanokit.golden"))) {
            Files.writeString(POLICY, needed);
        }
        assertThat(needed).isEqualTo(Files.readString(POLICY));
    }

    @Test
    void holdsTheCallsThatMakeANetwork() {
        assertThat(permissions().get("ec2"))
                .contains("ec2:CreateVpc", "ec2:CreateTags", "ec2:DescribeSubnets", "ec2:DeleteNatGateway");
    }

    private static Map<String, Set<String>> permissions() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.nanokit.provider.aws");
        Map<String, Set<String>> permissions = new TreeMap<>();
        classes.stream()
                .flatMap(type -> type.getAccessesFromSelf().stream())
                .forEach(access -> permission(access, permissions));
        return permissions;
    }

    private static void permission(JavaAccess<?> access, Map<String, Set<String>> permissions) {
        Matcher client = CLIENT.matcher(access.getTargetOwner().getName());
        String method = access.getTarget().getName();
        if (!client.matches() || NO_CALLS.contains(method) || client.group(1).equals("sts")) {
            return;
        }
        String service = PREFIXES.getOrDefault(client.group(1), client.group(1));
        String name = method.replaceFirst("Paginator$", "");
        String permission = service + ":" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
        add(permission.replace("rds:CreateDb", "rds:CreateDB").replaceFirst("^rds:(\\w+?)Db", "rds:$1DB"), permissions);
    }

    private static void add(String permission, Map<String, Set<String>> permissions) {
        String service = permission.substring(0, permission.indexOf(':'));
        permissions.computeIfAbsent(service, ignored -> new TreeSet<>()).add(permission);
        ALSO.getOrDefault(permission, Set.of()).forEach(also -> add(also, permissions));
    }

    private static String render(Map<String, Set<String>> permissions) {
        StringBuilder text = new StringBuilder("{\n  \"Version\": \"2012-10-17\",\n  \"Statement\": [\n");
        for (Iterator<Map.Entry<String, Set<String>>> services =
                        permissions.entrySet().iterator();
                services.hasNext(); ) {
            Map.Entry<String, Set<String>> service = services.next();
            text.append("    {\n      \"Sid\": \"")
                    .append(sid(service.getKey()))
                    .append("\",\n      \"Effect\": \"Allow\",\n      \"Action\": [\n")
                    .append(service.getValue().stream()
                            .map(action -> "        \"" + action + "\"")
                            .collect(Collectors.joining(",\n")))
                    .append("\n      ],\n      \"Resource\": \"*\"\n    }")
                    .append(services.hasNext() ? ",\n" : "\n");
        }
        return text.append("  ]\n}\n").toString();
    }

    private static String sid(String service) {
        return Character.toUpperCase(service.charAt(0)) + service.substring(1).replace("-", "");
    }
}
