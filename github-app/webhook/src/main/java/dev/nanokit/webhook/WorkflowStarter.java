package dev.nanokit.webhook;

import dev.nanokit.webhook.trigger.Trigger;

/** Starts the work that a delivery asks for: an execution in Step Functions, or a run in this process. */
public interface WorkflowStarter {
    /**
     * Starts the work, or does nothing when it was started under this name before. When this returns, the work is
     * written down and will be done whatever happens to this process.
     *
     * @param name deterministic: the same for the same delivery, however often it arrives
     */
    void start(String name, Trigger trigger);
}
