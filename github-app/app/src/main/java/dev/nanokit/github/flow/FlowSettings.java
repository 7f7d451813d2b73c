package dev.nanokit.github.flow;

import dev.nanokit.github.plans.PlanLinks;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How the App behaves.
 *
 * @param webUrl where people look at GitHub: {@code https://github.com}, without a slash at the end
 * @param planLinks where whole plans can be read; empty where nothing serves them
 * @param planComments whether each pull request gets a comment that shows its checks
 * @param variables the process's: credentials of providers, secrets of {@code from: env}, and what was declared for
 *     projects (see {@link ProjectVariables})
 * @param lockWait how long an apply waits for a lock or for shared infrastructure
 * @param lease how long a lock outlives a process that has died
 * @param quickPlan a plan that takes longer shows on its check that it is being made
 * @param betweenUpdates how long at least between two updates of the check of one apply
 * @param replans how many pull requests are planned again by themselves after an apply; the others are marked only
 */
public record FlowSettings(
        String webUrl,
        Optional<PlanLinks> planLinks,
        boolean planComments,
        Map<String, String> variables,
        Duration lockWait,
        Duration lease,
        Duration quickPlan,
        Duration betweenUpdates,
        int replans) {
    public FlowSettings {
        variables = Map.copyOf(variables);
    }

    /** The usual ones. */
    public static FlowSettings standard(String webUrl, Map<String, String> variables) {
        return new FlowSettings(
                webUrl,
                Optional.empty(),
                false,
                variables,
                Duration.ofMinutes(30),
                Duration.ofSeconds(30),
                Duration.ofSeconds(2),
                Duration.ofSeconds(3),
                20);
    }

    public FlowSettings withPlanLinks(Optional<PlanLinks> links) {
        return new FlowSettings(
                webUrl, links, planComments, variables, lockWait, lease, quickPlan, betweenUpdates, replans);
    }

    public FlowSettings withPlanComments(boolean wanted) {
        return new FlowSettings(
                webUrl, planLinks, wanted, variables, lockWait, lease, quickPlan, betweenUpdates, replans);
    }

    public FlowSettings withLease(Duration other) {
        return new FlowSettings(
                webUrl, planLinks, planComments, variables, lockWait, other, quickPlan, betweenUpdates, replans);
    }
}
