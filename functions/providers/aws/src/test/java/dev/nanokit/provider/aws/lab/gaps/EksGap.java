package dev.nanokit.provider.aws.lab.gaps;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** EKS has no add-ons in moto, and forgets a cluster's subnets when its endpoints are changed. */
final class EksGap implements Gap {
    private static final Pattern ADDONS = Pattern.compile("/clusters/([^/]+)/addons(?:/([^/?]+))?.*");
    private static final Pattern NAME = Pattern.compile("\"addonName\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern TAGS = Pattern.compile("\"tags\"\\s*:\\s*(\\{[^}]*})");

    /** The tags of each add-on, by cluster and name. */
    private final Map<String, String> addons = new ConcurrentHashMap<>();

    @Override
    public Optional<Reply> answer(Call call) {
        Matcher path = ADDONS.matcher(call.path());
        if (!path.matches()) {
            return Optional.empty();
        }
        String cluster = path.group(1);
        return Optional.of(
                switch (call.method()) {
                    case "POST" -> {
                        String name = found(NAME, call.body());
                        addons.put(cluster + "/" + name, found(TAGS, call.body()));
                        yield addon(cluster, name, "CREATING");
                    }
                    case "DELETE" -> {
                        Reply leaving = addon(cluster, path.group(2), "DELETING");
                        addons.remove(cluster + "/" + path.group(2));
                        yield leaving;
                    }
                    default -> addon(cluster, path.group(2), "ACTIVE");
                });
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "{}";
    }

    private Reply addon(String cluster, String name, String status) {
        String tags = addons.get(cluster + "/" + name);
        return tags == null
                ? new Reply(404, "application/json", """
                        {"__type": "ResourceNotFoundException", "message": "No addon: %s"}""".formatted(name))
                : Reply.json("""
                        {"addon": {"addonName": "%s", "clusterName": "%s", "status": "%s", "addonVersion": "v1", \
                        "tags": %s}}""".formatted(name, cluster, status, tags));
    }
}
