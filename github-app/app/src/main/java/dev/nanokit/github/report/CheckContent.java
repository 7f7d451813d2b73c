package dev.nanokit.github.report;

import dev.nanokit.github.api.CheckRun;
import dev.nanokit.github.api.CheckRun.Action;
import dev.nanokit.github.api.CheckRun.Annotation;
import dev.nanokit.github.api.CheckRun.Conclusion;
import dev.nanokit.github.api.CheckRun.Status;
import dev.nanokit.github.report.markdown.Visible;
import java.util.List;
import java.util.Optional;

/** What a check says, whatever it is about. */
record CheckContent(
        Status status,
        Optional<Conclusion> conclusion,
        String title,
        String summary,
        String text,
        List<Annotation> annotations,
        List<Action> actions) {

    static CheckContent open(Status status, String title, String summary, Action... actions) {
        return new CheckContent(status, Optional.empty(), title, summary, "", List.of(), List.of(actions));
    }

    static CheckContent done(Conclusion conclusion, String title, String summary, Action... actions) {
        return new CheckContent(
                Status.COMPLETED, Optional.of(conclusion), title, summary, "", List.of(), List.of(actions));
    }

    CheckContent withText(String other) {
        return new CheckContent(status, conclusion, title, summary, other, annotations, actions);
    }

    CheckContent withAnnotations(List<Annotation> other) {
        return new CheckContent(status, conclusion, title, summary, text, other, actions);
    }

    CheckRun on(CheckSubject subject) {
        return new CheckRun(
                subject.name(),
                subject.headSha(),
                subject.externalId(),
                status,
                conclusion,
                Visible.cut(Visible.line(title), Limits.TITLE),
                summary,
                text,
                annotations,
                actions,
                subject.wholePlan());
    }
}
