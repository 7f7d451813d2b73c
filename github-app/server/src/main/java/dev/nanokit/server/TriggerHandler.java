package dev.nanokit.server;

import dev.nanokit.webhook.trigger.Trigger;

/** Does what a trigger asks for. */
public interface TriggerHandler {
    /**
     * Does the work to its end. Called again for the same trigger when it throws, and after a restart when the process
     * died before this returned; so whatever it does must be safe to do again. Of one lane no two are handled at the
     * same time, and they come in the order of their arrival unless one has failed. Those of other lanes run beside.
     *
     * @throws RuntimeException when it could not be done; tried again some times, later and later
     * @throws InterruptedException when the process is to end; done again after the next start
     */
    void handle(Trigger trigger) throws InterruptedException;

    /**
     * Told of a trigger as soon as it is written down, before those that came earlier are done: what has become needless
     * can stop. Told again after a restart. Must not wait for anything, nor throw.
     */
    default void arrived(Trigger trigger) {}

    /** Names what it is about, of which no two triggers are handled at the same time: a pull request, or a branch. */
    default String lane(Trigger trigger) {
        return "";
    }

    /**
     * Whether the trigger is handled beside the others of its lane instead of after them: what frees them from waiting
     * can't wait for them.
     */
    default boolean beside(Trigger trigger) {
        return false;
    }
}
