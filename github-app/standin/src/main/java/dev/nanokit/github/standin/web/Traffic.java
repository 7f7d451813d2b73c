package dev.nanokit.github.standin.web;

import java.util.ArrayList;
import java.util.List;

/** What was asked, and what of it was not as GitHub's description says. */
public final class Traffic {
    private final List<Seen> seen = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();

    /** @param operation GitHub's name for it */
    public record Seen(String operation, String method, String path, int status) {}

    synchronized void add(Seen one) {
        seen.add(one);
    }

    synchronized void violation(String what) {
        violations.add(what);
    }

    /** Every request so far, in order. */
    public synchronized List<Seen> seen() {
        return List.copyOf(seen);
    }

    /** The names of the operations so far, in order. */
    public List<String> operations() {
        return seen().stream().map(Seen::operation).toList();
    }

    public synchronized void forget() {
        seen.clear();
    }

    /** Each a sentence: tests assert that there is none. */
    public synchronized List<String> violations() {
        return List.copyOf(violations);
    }
}
