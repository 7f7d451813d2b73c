package dev.nanokit.state.run;

import dev.nanokit.state.EnvironmentId;
import dev.nanokit.state.lock.Holder;
import dev.nanokit.state.lock.LockRequest;
import dev.nanokit.state.lock.LockRequest.InfraAccess;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a run is to do: all that a process which knows nothing of it needs.
 *
 * @param run the run's id: the same for the same delivery or command, so that what is asked twice runs once. Letters,
 *     digits, {@code _} and {@code -}, {@value #MAX_ID} at most.
 * @param component the component that the file is about
 * @param provider id of the provider that does the work
 * @param shared whether the component uses infrastructure that another one owns
 * @param repository the repository that the file lies in, as it is recorded as the component's owner
 * @param commit head commit; empty outside a repository
 * @param targets services to which the run is limited; empty for all
 * @param destroy whether nothing is to be left
 * @param sources where the repository's files can be had; empty where nothing is built from source
 * @param apply on what terms to apply; empty to plan only
 */
public record RunRequest(
        String run,
        EnvironmentId environment,
        ConfigText config,
        String component,
        String provider,
        boolean shared,
        String repository,
        String commit,
        Set<String> targets,
        boolean destroy,
        Optional<String> sources,
        Optional<ApplyTerms> apply) {
    /** As long as a Step Functions execution's name may be. */
    public static final int MAX_ID = 80;

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1," + MAX_ID + "}");

    /** @throws IllegalArgumentException when the run's id is none */
    public RunRequest {
        if (!ID.matcher(run).matches()) {
            throw new IllegalArgumentException("'" + run + "' is no id of a run: " + ID.pattern());
        }
        targets = Set.copyOf(targets);
    }

    /**
     * The file that the environment is read from.
     *
     * @param file its path, as problems name it
     * @param variables what {@code ${NAME}} in it expands to; shown in plans, so never secret
     */
    public record ConfigText(String file, String text, Map<String, String> variables) {
        public ConfigText {
            variables = Map.copyOf(variables);
        }
    }

    /**
     * @param approvedDigest digest of the plan that was agreed to; empty when whatever it is then is agreed to
     * @param force whether changes that lose data are agreed to
     * @param lockWait how long to wait for the lock at most
     * @param lease how long the lock outlives a run that has died
     */
    public record ApplyTerms(
            Optional<String> approvedDigest, boolean force, Holder holder, Duration lockWait, Duration lease) {}

    /**
     * The request for the locks, the same at each attempt.
     *
     * @throws IllegalStateException when the run only plans
     */
    public LockRequest lockRequest() {
        ApplyTerms terms = terms();
        return new LockRequest(
                environment,
                component,
                shared ? InfraAccess.READ : InfraAccess.WRITE,
                terms.holder(),
                run,
                terms.lease());
    }

    /** @throws IllegalStateException when the run only plans */
    public ApplyTerms terms() {
        return apply.orElseThrow(() -> new IllegalStateException("the run " + run + " plans, and applies nothing"));
    }
}
