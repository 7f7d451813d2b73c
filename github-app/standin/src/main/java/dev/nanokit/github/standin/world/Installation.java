package dev.nanokit.github.standin.world;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The App in one account, with what it may do there. */
public final class Installation {
    private final long id;
    private final Account account;
    private final Map<String, String> permissions = new TreeMap<>();
    private final Set<String> repositories = new TreeSet<>();

    Installation(long id, Account account, Map<String, String> permissions) {
        this.id = id;
        this.account = account;
        this.permissions.putAll(permissions);
    }

    public long id() {
        return id;
    }

    public Account account() {
        return account;
    }

    /** Permission to access. */
    public Map<String, String> permissions() {
        return Map.copyOf(permissions);
    }

    /** As when the owner has not yet agreed to what the App newly asks for. */
    public void withhold(String permission) {
        permissions.remove(permission);
    }

    public boolean covers(String fullName) {
        return repositories.contains(fullName);
    }

    public void add(String fullName) {
        repositories.add(fullName);
    }

    public void remove(String fullName) {
        repositories.remove(fullName);
    }
}
