package dev.nanokit.github.policy;

/**
 * Who asks.
 *
 * @param permission what GitHub lets them do in the repository
 * @param bot whether it is a program
 * @param author whether they opened the pull request
 */
public record Person(Permission permission, boolean bot, boolean author) {
    /** Whoever may push may also say that a stranger's commit is to be planned. */
    boolean isMaintainer() {
        return permission.atLeast(Permission.WRITE);
    }
}
