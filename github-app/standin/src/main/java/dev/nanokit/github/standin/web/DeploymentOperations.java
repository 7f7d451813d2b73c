package dev.nanokit.github.standin.web;

import dev.nanokit.github.standin.world.Deployments.Deployment;
import dev.nanokit.github.standin.world.Hub;
import dev.nanokit.github.standin.world.Repo;
import dev.nanokit.github.standin.world.Views;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Deployments and what becomes of them. */
final class DeploymentOperations {
    private final App app;
    private final Hub hub;

    DeploymentOperations(App app, Hub hub) {
        this.app = app;
        this.hub = hub;
    }

    void addTo(Operations operations) {
        operations.inRepository("repos/create-deployment", this::create);
        operations.inRepository("repos/list-deployments", this::list);
        operations.inRepository("repos/create-deployment-status", known(this::addStatus));
        operations.inRepository(
                "repos/list-deployment-statuses",
                known((deployment, ask) -> Pages.of(
                        ask,
                        deployment.statuses().reversed(),
                        page -> page.stream().map(this::status).toList())));
    }

    private static BiFunction<Repo, Ask, Reply> known(BiFunction<Deployment, Ask, Reply> handler) {
        return (repo, ask) -> repo.deployments()
                .find(ask.number("deployment_id"))
                .map(deployment -> handler.apply(deployment, ask))
                .orElseGet(Reply::missing);
    }

    private Reply create(Repo repo, Ask ask) {
        Map<String, Object> fields = ask.fields();
        String reference = (String) fields.get("ref");
        Optional<String> commit = repo.resolve(reference);
        if (commit.isEmpty()) {
            return Reply.refused(422, "No ref found for: " + reference);
        }
        return Reply.created(view(repo.deployments()
                .create(reference, commit.get(), (String) fields.getOrDefault("environment", "production"), (String)
                        fields.getOrDefault("description", ""))));
    }

    private Reply list(Repo repo, Ask ask) {
        List<Deployment> all = repo.deployments().all().reversed().stream()
                .filter(one -> ask.query().getOrDefault("sha", one.sha()).equals(one.sha()))
                .filter(one -> ask.query()
                        .getOrDefault("environment", one.environment())
                        .equals(one.environment()))
                .toList();
        return Pages.of(ask, all, page -> page.stream().map(this::view).toList());
    }

    private Reply addStatus(Deployment deployment, Ask ask) {
        deployment.statuses().add(ask.fields());
        return Reply.created(status(ask.fields()));
    }

    private Map<String, ?> status(Map<String, ?> given) {
        Map<String, Object> view = new LinkedHashMap<>(given);
        view.put("creator", Views.user(hub.account(app.bot())));
        return view;
    }

    private Map<String, ?> view(Deployment deployment) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", deployment.id());
        view.put("sha", deployment.sha());
        view.put("ref", deployment.ref());
        view.put("environment", deployment.environment());
        view.put("description", deployment.description());
        view.put("created_at", deployment.createdAt().toString());
        view.put("creator", Views.user(hub.account(app.bot())));
        view.put("performed_via_github_app", Map.of("id", app.id(), "slug", app.slug()));
        return view;
    }
}
