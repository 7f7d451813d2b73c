package dev.nanokit.server;

import dev.nanokit.webhook.trigger.Trigger;

/** Does what a trigger asks for. */
public interface TriggerHandler {
    /**
     * Does the work to its end. Called again for the same trigger when it throws, and after a restart when the process
     * died before this returned; so whatever it does must be safe to do again. Of one pull request no two are handled
     * at the same time, and they come in the order of their arrival unless one has failed. Calls for others run beside.
     *
     * @throws RuntimeException when it could not be done; tried again some times, later and later
     * @throws InterruptedException when the process is to end; done again after the next start
     */
    void handle(Trigger trigger) throws InterruptedException;
}
