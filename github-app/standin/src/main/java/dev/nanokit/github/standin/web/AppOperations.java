package dev.nanokit.github.standin.web;

import dev.nanokit.github.standin.world.Account;
import dev.nanokit.github.standin.world.Hub;
import dev.nanokit.github.standin.world.Installation;
import dev.nanokit.github.standin.world.Views;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the App asks as itself. */
final class AppOperations {
    private final App app;
    private final Hub hub;
    private final Webhooks webhooks;
    private final Set<String> codes = new HashSet<>();

    AppOperations(App app, Hub hub, Webhooks webhooks) {
        this.app = app;
        this.hub = hub;
        this.webhooks = webhooks;
    }

    void addTo(Operations operations, Tokens tokens) {
        operations.add("apps/get-authenticated", ask -> Reply.ok(described()));
        operations.add("apps/create-installation-access-token", tokens::create);
        operations.add(
                "apps/get-installation",
                ask -> hub.installation(ask.number("installation_id"))
                        .map(this::found)
                        .orElseGet(Reply::missing));
        operations.add(
                "apps/get-repo-installation",
                ask -> hub.installationIn(ask.fullName()).map(this::found).orElseGet(Reply::missing));
        operations.add("apps/create-from-manifest", this::convert);
        operations.add("apps/list-webhook-deliveries", this::deliveries);
        operations.add("apps/redeliver-webhook-delivery", this::redeliver);
    }

    /** A code that the manifest flow would have sent the browser back with. */
    void codeIssued(String code) {
        codes.add(code);
    }

    Map<String, Object> described() {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", app.id());
        view.put("slug", app.slug());
        view.put("name", app.slug());
        view.put("html_url", "https://github.example/apps/" + app.slug());
        view.put("owner", Views.user(new Account(1, "acme", "Organization")));
        view.put("permissions", Map.of());
        view.put("events", List.of("pull_request", "issue_comment", "check_run"));
        return view;
    }

    private Reply found(Installation installation) {
        return Reply.ok(Map.of(
                "id", installation.id(),
                "app_id", app.id(),
                "app_slug", app.slug(),
                "account", Views.user(installation.account()),
                "permissions", installation.permissions()));
    }

    private Reply convert(Ask ask) {
        if (!codes.remove(ask.path("code"))) {
            return Reply.missing();
        }
        Map<String, Object> body = described();
        body.put("client_id", "Iv1.standin");
        body.put("client_secret", "client-secret-of-the-stand-in");
        body.put("webhook_secret", app.webhookSecret());
        body.put("pem", app.keys().pem());
        return Reply.created(body);
    }

    private Reply deliveries(Ask ask) {
        int from = ask.count("cursor", 0);
        int size = Math.min(100, ask.count("per_page", 30));
        List<Webhooks.Attempt> all = webhooks.attempts().reversed();
        int to = Math.min(all.size(), from + size);
        Reply reply = Reply.ok(all.subList(Math.min(from, to), to).stream()
                .map(AppOperations::view)
                .toList());
        return to < all.size() ? reply.with(Pages.NEXT, Pages.query(ask, "cursor", Integer.toString(to))) : reply;
    }

    private static Map<String, ?> view(Webhooks.Attempt attempt) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", attempt.id());
        view.put("guid", attempt.guid());
        view.put("delivered_at", attempt.at().toString());
        view.put("redelivery", attempt.redelivery());
        view.put("duration", 0.1);
        view.put("status", attempt.statusCode() == 0 ? "failed to connect to host" : "OK");
        view.put("status_code", attempt.statusCode());
        view.put("event", attempt.event());
        view.put("action", attempt.action().isEmpty() ? null : attempt.action());
        return view;
    }

    private Reply redeliver(Ask ask) {
        Optional<Webhooks.Attempt> found = webhooks.attempts().stream()
                .filter(attempt -> attempt.id() == ask.number("delivery_id"))
                .findFirst();
        found.ifPresent(webhooks::again);
        return found.isPresent() ? new Reply(202, Map.of(), Map.of()) : Reply.refused(422, "Unknown delivery");
    }
}
