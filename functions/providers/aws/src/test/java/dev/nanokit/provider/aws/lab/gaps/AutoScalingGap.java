package dev.nanokit.provider.aws.lab.gaps;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Auto Scaling replaces no machines in moto: there, each is at once of the version that is the template's default. */
final class AutoScalingGap implements Gap {
    private static final Pattern INSTANCES = Pattern.compile("<Instances>.*?</Instances>", Pattern.DOTALL);

    /** How often was looked after the replacement that is under way in a group. */
    private final Map<String, Integer> underWay = new ConcurrentHashMap<>();

    @Override
    public Optional<Reply> answer(Call call) {
        String group = call.parameter("AutoScalingGroupName");
        return switch (call.action()) {
            case "StartInstanceRefresh" -> {
                underWay.put(group, 0);
                yield Optional.of(Reply.xml("""
                        <StartInstanceRefreshResponse><StartInstanceRefreshResult>\
                        <InstanceRefreshId>one</InstanceRefreshId></StartInstanceRefreshResult>\
                        </StartInstanceRefreshResponse>"""));
            }
            case "DescribeInstanceRefreshes" -> Optional.of(looked(group));
            default -> Optional.empty();
        };
    }

    private Reply looked(String group) {
        boolean done = underWay.merge(group, 1, Integer::sum) > 2;
        if (done) {
            underWay.remove(group);
        }
        return Reply.xml("""
                <DescribeInstanceRefreshesResponse><DescribeInstanceRefreshesResult><InstanceRefreshes><member>\
                <InstanceRefreshId>one</InstanceRefreshId><Status>%s</Status>\
                <PercentageComplete>50</PercentageComplete></member></InstanceRefreshes>\
                </DescribeInstanceRefreshesResult></DescribeInstanceRefreshesResponse>\
                """.formatted(done ? "Successful" : "InProgress"));
    }

    @Override
    public String completed(Call call, String answer) {
        boolean refreshing = call.parameters().values().stream().anyMatch(underWay::containsKey);
        return call.action().equals("DescribeAutoScalingGroups") && refreshing
                ? INSTANCES
                        .matcher(answer)
                        .replaceAll(instances -> Matcher.quoteReplacement(
                                instances.group().replaceAll("<Version>[^<]*<", "<Version>1<")))
                : answer;
    }
}
