package dev.nanokit.github.standin.web;

import dev.nanokit.github.standin.world.Hub;
import dev.nanokit.github.standin.world.Pull;
import dev.nanokit.github.standin.world.Pull.Review;
import dev.nanokit.github.standin.world.Repo;
import dev.nanokit.github.standin.world.Views;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Pull requests, their reviews, and what people may do. */
final class PullOperations {
    private final Hub hub;

    PullOperations(Hub hub) {
        this.hub = hub;
    }

    void addTo(Operations operations) {
        operations.inRepository("pulls/get", known((pull, ask) -> Reply.ok(Views.pull(pull, pull.mergeable()))));
        operations.inRepository("pulls/list", PullOperations::list);
        operations.inRepository("pulls/list-reviews", known(PullOperations::reviews));
        operations.inRepository("repos/get-collaborator-permission-level", this::permission);
    }

    private static BiFunction<Repo, Ask, Reply> known(BiFunction<Pull, Ask, Reply> handler) {
        return (repo, ask) -> repo.pull((int) ask.number("pull_number"))
                .map(pull -> handler.apply(pull, ask))
                .orElseGet(Reply::missing);
    }

    private static Reply list(Repo repo, Ask ask) {
        String state = ask.query().getOrDefault("state", "open");
        List<Pull> all = repo.pulls().reversed().stream()
                .filter(pull -> state.equals("all") || pull.open() == state.equals("open"))
                .filter(pull ->
                        ask.query().getOrDefault("base", pull.baseBranch()).equals(pull.baseBranch()))
                .toList();
        return Pages.of(
                ask,
                all,
                page -> page.stream().map(pull -> Views.pull(pull, null)).toList());
    }

    private static Reply reviews(Pull pull, Ask ask) {
        return Pages.of(
                ask,
                pull.reviews(),
                page -> page.stream().map(PullOperations::view).toList());
    }

    private static Map<String, ?> view(Review review) {
        return Map.of(
                "id", review.id(),
                "user", Views.user(review.reviewer()),
                "state", review.state(),
                "commit_id", review.commit());
    }

    /** {@code permission} is of an older time, when there were three; the role is what it really is. */
    private Reply permission(Repo repo, Ask ask) {
        String login = ask.path("username");
        Optional<String> role = repo.role(login);
        String permission = switch (role.orElse("none")) {
            case "admin" -> "admin";
            case "write", "maintain" -> "write";
            case "read", "triage" -> "read";
            default -> "none";
        };
        return Reply.ok(Map.of(
                "permission", permission,
                "role_name", role.orElse("none"),
                "user", Views.user(hub.account(login))));
    }
}
