package dev.nanokit.provider.aws.lab.gaps;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * ElastiCache changes no replication group in moto, shows no node of one, leaves those that are deleted in deletion for
 * good, and removes no subnet group.
 */
final class ElastiCacheGap implements Gap {
    private static final Pattern GROUP = Pattern.compile("<ReplicationGroup>.*?</ReplicationGroup>", Pattern.DOTALL);
    private static final Pattern ID = Pattern.compile("<ReplicationGroupId>([^<]*)</ReplicationGroupId>");

    private final Set<String> removedSubnetGroups = ConcurrentHashMap.newKeySet();
    private final Map<String, Map<String, String>> groups = new ConcurrentHashMap<>();
    private final Set<String> seenLeaving = ConcurrentHashMap.newKeySet();

    @Override
    public Optional<Reply> answer(Call call) {
        return switch (call.action()) {
            case "DeleteCacheSubnetGroup" -> {
                removedSubnetGroups.add(call.parameter("CacheSubnetGroupName"));
                yield Optional.of(Reply.xml("<DeleteCacheSubnetGroupResponse/>"));
            }
            case "DescribeCacheSubnetGroups" ->
                removedSubnetGroups.contains(call.parameter("CacheSubnetGroupName"))
                        ? Optional.of(missing("CacheSubnetGroupNotFoundFault"))
                        : Optional.empty();
            case "CreateReplicationGroup" -> {
                groups.put(call.parameter("ReplicationGroupId"), new ConcurrentHashMap<>(call.parameters()));
                yield Optional.empty();
            }
            case "ModifyReplicationGroup" -> Optional.of(modified(call));
            case "DescribeCacheClusters" -> Optional.of(Reply.xml("""
                    <DescribeCacheClustersResponse><DescribeCacheClustersResult><CacheClusters>%s</CacheClusters>\
                    </DescribeCacheClustersResult></DescribeCacheClustersResponse>""".formatted(nodes())));
            default -> Optional.empty();
        };
    }

    private static Reply missing(String code) {
        return new Reply(404, "text/xml", """
                <ErrorResponse><Error><Type>Sender</Type><Code>%s</Code><Message>not there</Message></Error>\
                </ErrorResponse>""".formatted(code));
    }

    private Reply modified(Call call) {
        String id = call.parameter("ReplicationGroupId");
        Map<String, String> group = groups.get(id);
        group.putAll(call.parameters());
        if (call.parameter("AuthTokenUpdateStrategy").equals("DELETE")) {
            group.remove("AuthToken");
        }
        return Reply.xml("""
                <ModifyReplicationGroupResponse><ModifyReplicationGroupResult><ReplicationGroup>\
                <ReplicationGroupId>%s</ReplicationGroupId><Status>modifying</Status>\
                </ReplicationGroup></ModifyReplicationGroupResult></ModifyReplicationGroupResponse>""".formatted(id));
    }

    private String nodes() {
        return groups.entrySet().stream()
                .map(group -> """
                        <CacheCluster><CacheClusterId>%1$s-001</CacheClusterId>\
                        <ReplicationGroupId>%1$s</ReplicationGroupId><EngineVersion>%2$s</EngineVersion>\
                        <CacheSubnetGroupName>%3$s</CacheSubnetGroupName><SecurityGroups><member>\
                        <SecurityGroupId>%4$s</SecurityGroupId></member></SecurityGroups></CacheCluster>\
                        """.formatted(
                                group.getKey(),
                                group.getValue().get("EngineVersion") + ".0",
                                group.getValue().get("CacheSubnetGroupName"),
                                group.getValue().get("SecurityGroupIds.SecurityGroupId.1")))
                .collect(Collectors.joining());
    }

    @Override
    public String completed(Call call, String answer) {
        return call.action().equals("DescribeReplicationGroups")
                ? GROUP.matcher(answer).replaceAll(group -> Matcher.quoteReplacement(asItIs(group.group())))
                : answer;
    }

    private String asItIs(String group) {
        Matcher name = ID.matcher(group);
        Map<String, String> known = name.find() ? groups.get(name.group(1)) : null;
        if (known == null) {
            return group;
        }
        if (group.contains("<Status>deleting</Status>") && !seenLeaving.add(name.group(1))) {
            return "";
        }
        String changed = with(group, "CacheNodeType", known.get("CacheNodeType"));
        changed = with(changed, "SnapshotRetentionLimit", known.get("SnapshotRetentionLimit"));
        changed = with(changed, "AutoMinorVersionUpgrade", known.get("AutoMinorVersionUpgrade"));
        return with(changed, "AuthTokenEnabled", String.valueOf(known.containsKey("AuthToken")));
    }

    private static String with(String group, String field, String value) {
        return group.replaceAll("<" + field + ">[^<]*<", "<" + field + ">" + value + "<");
    }
}
