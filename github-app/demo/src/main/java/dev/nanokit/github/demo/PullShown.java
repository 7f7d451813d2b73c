package dev.nanokit.github.demo;

import dev.nanokit.github.api.CheckRun;
import dev.nanokit.github.api.CheckRun.Action;
import dev.nanokit.github.api.CheckRun.Annotation;
import dev.nanokit.github.report.page.CheckPage;
import dev.nanokit.github.report.terminal.CheckTerminal;
import dev.nanokit.github.standin.world.Check;
import dev.nanokit.github.standin.world.Comments.Comment;
import dev.nanokit.github.standin.world.Pull;
import dev.nanokit.github.standin.world.Repo;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A pull request's checks and the App's comments, as they came to GitHub. */
record PullShown(Repo repository, Pull pull) {
    private static final int COLUMNS = 100;

    String text() {
        CheckTerminal terminal = new CheckTerminal(false, COLUMNS);
        return Stream.concat(
                        checks().stream().map(terminal::check),
                        comments().stream().map(terminal::comment))
                .collect(Collectors.joining("\n"));
    }

    String page() {
        return CheckPage.render(repository.fullName() + " · pull request #" + pull.number(), checks(), comments());
    }

    private List<CheckRun> checks() {
        return repository.checks().at(pull.headSha()).stream()
                .map(PullShown::run)
                .toList();
    }

    private List<String> comments() {
        return repository.comments().on(pull.number()).stream()
                .filter(Comment::byApp)
                .map(Comment::body)
                .toList();
    }

    private static CheckRun run(Check check) {
        return new CheckRun(
                check.name(),
                check.headSha(),
                check.text("external_id"),
                CheckRun.Status.valueOf(check.text("status").toUpperCase(Locale.ROOT)),
                Optional.of(check.text("conclusion"))
                        .filter(word -> !word.isEmpty())
                        .map(word -> CheckRun.Conclusion.valueOf(word.toUpperCase(Locale.ROOT))),
                check.output("title"),
                check.output("summary"),
                check.output("text"),
                check.annotations().stream().map(PullShown::annotation).toList(),
                check.buttons().stream().map(PullShown::action).toList(),
                Optional.of(check.text("details_url")).filter(url -> !url.isEmpty()));
    }

    private static Annotation annotation(Map<?, ?> given) {
        return new Annotation(
                text(given, "path"),
                ((Number) given.get("start_line")).intValue(),
                ((Number) given.get("end_line")).intValue(),
                CheckRun.Level.valueOf(text(given, "annotation_level").toUpperCase(Locale.ROOT)),
                text(given, "title"),
                text(given, "message"));
    }

    private static Action action(Map<?, ?> given) {
        return new Action(text(given, "label"), text(given, "description"), text(given, "identifier"));
    }

    private static String text(Map<?, ?> given, String name) {
        return given.get(name) instanceof String text ? text : "";
    }
}
