package dev.nanokit.github.standin.world;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All of it. Whoever reads or changes it holds its monitor. */
public final class Hub {
    private static final Map<String, String> GRANTED = Map.of(
            "checks", "write",
            "contents", "read",
            "deployments", "write",
            "issues", "write",
            "metadata", "read",
            "pull_requests", "write");

    private final Clock clock;
    private final Happenings happenings;
    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final Map<String, Repo> repositories = new LinkedHashMap<>();
    private final Map<String, Installation> installations = new LinkedHashMap<>();
    private long lastId = 1_000;

    public Hub(Clock clock, Happenings happenings) {
        this.clock = clock;
        this.happenings = happenings;
    }

    /** As GitHub gives times: without fractions of a second. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    synchronized long nextId() {
        return ++lastId;
    }

    Happenings happenings() {
        return happenings;
    }

    public synchronized Account account(String login) {
        return account(login, login.endsWith("[bot]") ? "Bot" : "User");
    }

    private Account account(String login, String type) {
        return accounts.computeIfAbsent(login, name -> new Account(nextId(), name, type));
    }

    /** The repository, made, with the App installed in it, when it isn't there yet. */
    public synchronized Repo repository(String fullName) {
        return find(fullName).orElseGet(() -> create(fullName));
    }

    private Repo create(String fullName) {
        String[] parts = fullName.split("/", 2);
        Repo repo = new Repo(this, nextId(), account(parts[0], "Organization"), parts[1]);
        repositories.put(fullName, repo);
        installation(parts[0]).add(fullName);
        return repo;
    }

    synchronized Repo fork(Repo origin, String owner) {
        Repo fork = new Repo(this, nextId(), account(owner), origin.name(), origin);
        repositories.put(fork.fullName(), fork);
        return fork;
    }

    void pushed(Repo repo, String branch) {
        for (Repo one : List.copyOf(repositories.values())) {
            one.pulls().stream().filter(pull -> pull.comesFrom(repo, branch)).forEach(Pull::pushed);
        }
    }

    public synchronized Optional<Repo> find(String fullName) {
        return Optional.ofNullable(repositories.get(fullName));
    }

    /** The App in the account, installed when it isn't yet. */
    public synchronized Installation installation(String owner) {
        return installations.computeIfAbsent(
                owner, login -> new Installation(nextId(), account(login, "Organization"), GRANTED));
    }

    public synchronized Optional<Installation> installation(long id) {
        return installations.values().stream().filter(one -> one.id() == id).findFirst();
    }

    public synchronized Optional<Installation> installationIn(String fullName) {
        return installations.values().stream()
                .filter(one -> one.covers(fullName))
                .findFirst();
    }
}
