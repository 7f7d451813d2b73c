package dev.nanokit.github.standin.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The check runs of a repository. */
public final class Checks {
    private final Hub hub;
    private final Repo repository;
    private final Map<Long, Check> checks = new LinkedHashMap<>();

    Checks(Hub hub, Repo repository) {
        this.hub = hub;
        this.repository = repository;
    }

    public Check create(String headSha, Map<String, ?> fields) {
        Check check = new Check(hub.nextId(), headSha, hub.now());
        check.change(fields, hub.now());
        checks.put(check.id(), check);
        return check;
    }

    public Optional<Check> find(long id) {
        return Optional.ofNullable(checks.get(id));
    }

    public List<Check> all() {
        synchronized (hub) {
            return List.copyOf(checks.values());
        }
    }

    public List<Check> at(String headSha) {
        return all().stream().filter(check -> check.headSha().equals(headSha)).toList();
    }

    /** The newest of that name, which is what GitHub shows. */
    public Check named(String name) {
        return all().reversed().stream()
                .filter(check -> check.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Presses one of its buttons. */
    public void press(Check check, String identifier, String login) {
        if (!check.actions().contains(identifier)) {
            throw new IllegalArgumentException("the check has no button " + identifier + ": " + check.actions());
        }
        tell(check, "requested_action", login, Map.of("requested_action", Map.of("identifier", identifier)));
    }

    public void rerequest(Check check, String login) {
        tell(check, "rerequested", login, Map.of());
    }

    private void tell(Check check, String action, String login, Map<String, ?> more) {
        synchronized (hub) {
            List<Map<String, Integer>> pulls = new ArrayList<>();
            repository.pulls().stream()
                    .filter(pull -> pull.open() && pull.headSha().equals(check.headSha()))
                    .forEach(pull -> pulls.add(Map.of("number", pull.number())));
            Map<String, Object> run = new LinkedHashMap<>(Views.check(check));
            run.put("pull_requests", pulls);
            Map<String, Object> details = new LinkedHashMap<>(more);
            details.put("action", action);
            details.put("check_run", run);
            hub.happenings().happened(repository, "check_run", hub.account(login), details);
        }
    }
}
