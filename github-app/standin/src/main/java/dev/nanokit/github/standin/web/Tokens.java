package dev.nanokit.github.standin.web;

import dev.nanokit.github.standin.world.Hub;
import dev.nanokit.github.standin.world.Installation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Installation tokens: made as narrow as was asked, and good for an hour. */
final class Tokens {
    private static final Duration LIFE = Duration.ofHours(1);

    private final Hub hub;
    private final Map<String, Caller.Token> tokens = new LinkedHashMap<>();

    Tokens(Hub hub) {
        this.hub = hub;
    }

    Optional<Caller.Token> find(String value) {
        return Optional.ofNullable(tokens.get(value)).filter(token -> hub.now().isBefore(token.end()));
    }

    /** Every one that was made, by its value. */
    Map<String, Caller.Token> all() {
        return Map.copyOf(tokens);
    }

    void revokeAll() {
        tokens.clear();
    }

    Reply create(Ask ask) {
        Optional<Installation> found = hub.installation(ask.number("installation_id"));
        if (found.isEmpty()) {
            return Reply.missing();
        }
        Installation installation = found.get();
        Map<String, Object> fields = ask.body() == null ? Map.of() : ask.fields();
        List<String> repositories = new ArrayList<>();
        if (fields.get("repositories") instanceof List<?> names) {
            names.forEach(name -> repositories.add(installation.account().login() + "/" + name));
        }
        if (!repositories.stream().allMatch(installation::covers)) {
            return Reply.refused(422, "There is at least one repository that does not exist or is not accessible");
        }
        Map<String, String> permissions = permissions(fields, installation);
        if (!allowed(permissions, installation)) {
            return Reply.refused(422, "The permissions requested are not granted to this installation.");
        }
        return created(new Caller.Token(
                installation.id(),
                new TreeSet<>(repositories),
                permissions,
                hub.now().plus(LIFE)));
    }

    private static Map<String, String> permissions(Map<String, Object> fields, Installation installation) {
        if (!(fields.get("permissions") instanceof Map<?, ?> asked)) {
            return installation.permissions();
        }
        return asked.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> (String) entry.getKey(),
                        entry -> (String) entry.getValue(),
                        (a, b) -> a,
                        TreeMap::new));
    }

    private static boolean allowed(Map<String, String> asked, Installation installation) {
        return asked.entrySet().stream().allMatch(one -> {
            String granted = installation.permissions().getOrDefault(one.getKey(), "");
            return granted.equals("write") || granted.equals(one.getValue());
        });
    }

    private Reply created(Caller.Token token) {
        String value = "ghs_standin" + (tokens.size() + 1) + "x"
                + Long.toHexString(token.end().getEpochSecond());
        tokens.put(value, token);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("token", value);
        body.put("expires_at", token.end().toString());
        body.put("permissions", token.permissions());
        body.put("repository_selection", token.repositories().isEmpty() ? "all" : "selected");
        return Reply.created(body);
    }
}
