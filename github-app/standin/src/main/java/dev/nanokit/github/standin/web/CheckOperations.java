package dev.nanokit.github.standin.web;

import dev.nanokit.github.standin.world.Check;
import dev.nanokit.github.standin.world.Hub;
import dev.nanokit.github.standin.world.Repo;
import dev.nanokit.github.standin.world.Views;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Check runs. What one may hold, the published description says; where it is too much, that is refused before. */
final class CheckOperations {
    private final Hub hub;
    private final Supplier<Map<String, Object>> app;

    /** @param app the App, as GitHub describes it */
    CheckOperations(Hub hub, Supplier<Map<String, Object>> app) {
        this.hub = hub;
        this.app = app;
    }

    void addTo(Operations operations) {
        operations.inRepository("checks/create", this::create);
        operations.inRepository("checks/update", known((check, ask) -> {
            check.change(ask.fields(), hub.now());
            return Reply.ok(view(check));
        }));
        operations.inRepository("checks/get", known((check, ask) -> Reply.ok(view(check))));
        operations.inRepository("checks/list-annotations", known(CheckOperations::annotations));
        operations.inRepository("checks/list-for-ref", this::list);
    }

    private static BiFunction<Repo, Ask, Reply> known(BiFunction<Check, Ask, Reply> handler) {
        return (repo, ask) -> repo.checks()
                .find(ask.number("check_run_id"))
                .map(check -> handler.apply(check, ask))
                .orElseGet(Reply::missing);
    }

    private Reply create(Repo repo, Ask ask) {
        Map<String, Object> fields = ask.fields();
        String head = (String) fields.get("head_sha");
        if (repo.objects().commit(head).isEmpty()) {
            return Reply.refused(422, "No commit found for SHA: " + head);
        }
        return Reply.created(view(repo.checks().create(head, fields)));
    }

    private static Reply annotations(Check check, Ask ask) {
        return Pages.of(
                ask,
                check.annotations(),
                page -> page.stream().map(CheckOperations::annotation).toList());
    }

    private static Map<String, Object> annotation(Map<?, ?> given) {
        Map<String, Object> view = new LinkedHashMap<>();
        given.forEach((name, value) -> view.put((String) name, value));
        return view;
    }

    private Reply list(Repo repo, Ask ask) {
        String head = repo.resolve(ask.path("ref")).orElse(ask.path("ref"));
        List<Check> all = repo.checks().at(head).reversed().stream()
                .filter(check ->
                        ask.query().getOrDefault("check_name", check.name()).equals(check.name()))
                .toList();
        return Pages.of(
                ask,
                all,
                page -> Map.of(
                        "total_count",
                        all.size(),
                        "check_runs",
                        page.stream().map(this::view).toList()));
    }

    private Map<String, ?> view(Check check) {
        Map<String, Object> view = new LinkedHashMap<>(Views.check(check));
        view.put("app", app.get());
        return view;
    }
}
