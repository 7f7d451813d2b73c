package dev.nanokit.provider.aws.network;

import dev.nanokit.engine.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.Ipv6Range;
import software.amazon.awssdk.services.ec2.model.PrefixListId;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;

/**
 * Who may open connections, and where to.
 *
 * @param ports one port ({@code 443}), a range ({@code 8000-8010}) or {@code all}
 * @param from a range of addresses, a security group's id, or {@code self}: what is in the same group
 */
record IngressRule(String protocol, String ports, String from) {
    private static final String SELF = "self";
    private static final String ALL = "all";
    private static final String ANY_PROTOCOL = "-1";

    static List<IngressRule> of(SecurityGroup group) {
        return group.ipPermissions().stream()
                .flatMap(IngressRule::of)
                .map(rule ->
                        rule.from.equals(group.groupId()) ? new IngressRule(rule.protocol, rule.ports, SELF) : rule)
                .toList();
    }

    private static Stream<IngressRule> of(IpPermission permission) {
        String protocol = ANY_PROTOCOL.equals(permission.ipProtocol()) ? ALL : permission.ipProtocol();
        Stream<String> sources = Stream.of(
                        permission.ipRanges().stream().map(range -> range.cidrIp()),
                        permission.ipv6Ranges().stream().map(range -> range.cidrIpv6()),
                        permission.userIdGroupPairs().stream().map(pair -> pair.groupId()),
                        permission.prefixListIds().stream().map(list -> list.prefixListId()))
                .flatMap(source -> source);
        return sources.map(source -> new IngressRule(protocol, ports(permission), source));
    }

    private static String ports(IpPermission permission) {
        Integer from = permission.fromPort();
        Integer to = permission.toPort();
        if (from == null || to == null || from < 0) {
            return ALL;
        }
        return from.equals(to) ? from.toString() : from + "-" + to;
    }

    /** @param spec a group's spec, with every reference resolved */
    static List<IngressRule> of(Value.Obj spec) {
        List<IngressRule> rules = new ArrayList<>();
        if (spec.get("ingress") instanceof Value.Seq(List<Value> items)) {
            for (Value item : items) {
                if (item instanceof Value.Obj rule && rule.get("from") instanceof Value.Text(String from)) {
                    rules.add(new IngressRule(rule.text("protocol"), rule.text("ports"), from));
                }
            }
        }
        return rules;
    }

    /** What is there, in the order of the spec; what it does not name stands at the end. */
    static Value.Seq ordered(List<IngressRule> there, Value.Obj spec) {
        Set<IngressRule> ordered = new LinkedHashSet<>(of(spec));
        ordered.retainAll(there);
        ordered.addAll(there);
        return Value.seq(ordered.stream().map(IngressRule::value).toList());
    }

    private Value.Obj value() {
        return Value.obj(
                Map.of("protocol", Value.text(protocol), "ports", Value.text(ports), "from", Value.text(from)));
    }

    /** @param group the id of the group that the rules are of */
    static List<IpPermission> permissions(List<IngressRule> rules, String group) {
        return rules.stream().map(rule -> rule.permission(group)).toList();
    }

    private IpPermission permission(String group) {
        IpPermission.Builder permission =
                IpPermission.builder().ipProtocol(protocol.equals(ALL) ? ANY_PROTOCOL : protocol);
        if (!ports.equals(ALL)) {
            String[] bounds = ports.split("-", 2);
            permission.fromPort(Integer.valueOf(bounds[0])).toPort(Integer.valueOf(bounds[bounds.length - 1]));
        }
        if (from.startsWith("sg-") || from.equals(SELF)) {
            permission.userIdGroupPairs(UserIdGroupPair.builder()
                    .groupId(from.equals(SELF) ? group : from)
                    .build());
        } else if (from.startsWith("pl-")) {
            permission.prefixListIds(PrefixListId.builder().prefixListId(from).build());
        } else if (from.contains(":")) {
            permission.ipv6Ranges(Ipv6Range.builder().cidrIpv6(from).build());
        } else {
            permission.ipRanges(IpRange.builder().cidrIp(from).build());
        }
        return permission.build();
    }
}
