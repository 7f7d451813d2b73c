package dev.nanokit.stages;

import dev.nanokit.state.lock.Holder;
import java.time.Duration;
import java.util.Optional;

/**
 * What is to be applied.
 *
 * @param approvedDigest digest of the plan that was shown and agreed to: the apply is refused when planning again under
 *     the lock gives another. Empty when whatever the plan is then is agreed to ({@code -y}).
 * @param force whether changes that lose data are agreed to
 * @param lockWait how long to wait for a lock at most; zero to give up at once
 * @param lease how long the lock outlives a run that has died
 */
public record ApplyInput(
        PlanInput plan,
        Optional<String> approvedDigest,
        boolean force,
        Holder holder,
        Duration lockWait,
        Duration lease) {}
