package dev.nanokit.server.sole;

/** Another server works on this state. */
public final class AnotherServerException extends RuntimeException {
    private final String who;

    /** @param who the other one, as it names itself */
    AnotherServerException(String who) {
        super("the state belongs to another server: " + who);
        this.who = who;
    }

    public String who() {
        return who;
    }
}
