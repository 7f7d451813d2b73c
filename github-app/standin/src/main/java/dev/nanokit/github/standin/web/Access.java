package dev.nanokit.github.standin.web;

import dev.nanokit.github.standin.contract.Operation;
import dev.nanokit.github.standin.world.Hub;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who may do which operation. */
final class Access {
    /** For the operations' first word, any of these permissions will do. */
    private static final Map<String, List<String>> BY_GROUP = Map.of(
            "checks", List.of("checks"),
            "git", List.of("contents"),
            "issues", List.of("issues", "pull_requests"),
            "pulls", List.of("pull_requests"),
            "reactions", List.of("issues", "pull_requests"),
            "repos", List.of("contents"));

    private static final Map<String, List<String>> BY_ID = Map.of(
            "repos/create-deployment", List.of("deployments"),
            "repos/create-deployment-status", List.of("deployments"),
            "repos/list-deployments", List.of("deployments"),
            "repos/list-deployment-statuses", List.of("deployments"),
            "repos/get-collaborator-permission-level", List.of("metadata"));

    private final App app;
    private final Tokens tokens;
    private final Hub hub;

    Access(App app, Tokens tokens, Hub hub) {
        this.app = app;
        this.tokens = tokens;
        this.hub = hub;
    }

    /** @param authorization the header, empty when there is none */
    Caller caller(String authorization) throws RefusedException {
        if (authorization.isEmpty()) {
            return new Caller.Nobody();
        }
        String value = authorization.substring(authorization.indexOf(' ') + 1);
        Optional<Caller.Token> token = tokens.find(value);
        if (token.isPresent()) {
            return token.get();
        }
        if (value.startsWith("ghs_")) {
            throw new RefusedException(Reply.refused(401, "Bad credentials"));
        }
        String objection = app.keys().objection(value, app.id(), hub.now());
        if (!objection.isEmpty()) {
            throw new RefusedException(Reply.refused(401, objection));
        }
        return new Caller.App();
    }

    /** What GitHub refuses before it looks any closer. */
    static final class RefusedException extends Exception {
        private final transient Reply reply;

        RefusedException(Reply reply) {
            this.reply = reply;
        }

        Reply reply() {
            return reply;
        }
    }

    void check(Ask ask) throws RefusedException {
        Operation operation = ask.match().operation();
        boolean byAnybody = operation.id().equals("apps/create-from-manifest");
        boolean byApp = operation.id().startsWith("apps/");
        switch (ask.caller()) {
            case Caller.Nobody nobody
            when !byAnybody -> throw new RefusedException(Reply.refused(401, "Requires authentication"));
            case Caller.App own
            when !byApp ->
                throw new RefusedException(Reply.refused(401, "This endpoint needs an installation's token"));
            case Caller.Token token
            when byApp -> throw new RefusedException(Reply.refused(401, "A JSON web token could not be decoded"));
            case Caller.Token token -> check(ask, operation, token);
            default -> {}
        }
    }

    private static void check(Ask ask, Operation operation, Caller.Token token) throws RefusedException {
        if (!token.repositories().isEmpty() && !token.repositories().contains(ask.fullName())) {
            throw new RefusedException(Reply.missing());
        }
        String group = operation.id().substring(0, operation.id().indexOf('/'));
        List<String> any = BY_ID.getOrDefault(operation.id(), BY_GROUP.get(group));
        if (any.stream().noneMatch(permission -> token.may(permission, !operation.reads()))) {
            throw new RefusedException(Reply.refused(403, "Resource not accessible by integration"));
        }
    }
}
