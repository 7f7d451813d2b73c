package dev.nanokit.provider.aws.ecs;

import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.Deployment;
import software.amazon.awssdk.services.ecs.model.DeploymentRolloutState;
import software.amazon.awssdk.services.ecs.model.Service;

/**
 * How the deployments of a service go.
 *
 * @param primary the newest: what AWS brings the service to; empty for a service that nothing was ever deployed to
 */
record Deployments(Optional<Deployment> primary) {
    static final String STEADY = "steady";
    static final String FAILED = "failed";

    static Deployments of(Service service) {
        return new Deployments(service.deployments().stream()
                .filter(deployment -> "PRIMARY".equals(deployment.status()))
                .findFirst());
    }

    /** How the newest one has ended; empty while it goes on. */
    Optional<String> outcome() {
        return primary.map(Deployment::rolloutState).flatMap(state -> switch (state) {
            case COMPLETED -> Optional.of(STEADY);
            case FAILED -> Optional.of(FAILED);
            case IN_PROGRESS, UNKNOWN_TO_SDK_VERSION -> Optional.empty();
        });
    }

    boolean isUnderWay() {
        return primary.map(Deployment::rolloutState)
                .filter(DeploymentRolloutState.IN_PROGRESS::equals)
                .isPresent();
    }

    /** What people are told while it goes on. */
    String doing() {
        return primary.map(deployment -> deployment.runningCount() + " of " + deployment.desiredCount()
                        + " tasks run"
                        + (deployment.failedTasks() > 0 ? ", " + deployment.failedTasks() + " failed" : ""))
                .orElse("is deployed");
    }

    String reason() {
        return primary.map(Deployment::rolloutStateReason).orElse("its deployment failed");
    }
}
