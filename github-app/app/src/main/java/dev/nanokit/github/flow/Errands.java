package dev.nanokit.github.flow;

import dev.nanokit.github.api.GitHubException;
import dev.nanokit.github.api.Repository;
import dev.nanokit.github.command.Command;
import dev.nanokit.github.flow.memory.ErrandNotes;
import dev.nanokit.github.flow.memory.ErrandNotes.Reply;
import dev.nanokit.github.flow.memory.PullRequestNotes;
import dev.nanokit.github.report.Answer;
import dev.nanokit.github.report.CommentRenderer;
import dev.nanokit.webhook.log.JsonLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Carries out the commands of a comment or button one after the other, each once, and answers them all in one comment.
 * A button is answered where the check does not say it already.
 */
final class Errands {
    private final FlowPorts ports;
    private final ErrandNotes notes;
    private final PullRequestNotes pullRequests;
    private final CommandRunner runner;
    private final Arrivals arrivals;

    Errands(
            FlowPorts ports,
            ErrandNotes notes,
            PullRequestNotes pullRequests,
            CommandRunner runner,
            Arrivals arrivals) {
        this.ports = ports;
        this.notes = notes;
        this.pullRequests = pullRequests;
        this.runner = runner;
        this.arrivals = arrivals;
    }

    void run(Errand errand) throws InterruptedException {
        Optional<Reply> before = notes.reply(errand.id());
        if (before.filter(Reply::said).isPresent()) {
            return;
        }
        Repository repository = ports.github().repository(errand.ref());
        if (before.isEmpty()) {
            react(errand, repository, "eyes");
        }
        List<Answer> answers = answers(errand, repository);
        boolean ok = answers.stream().allMatch(Answer::ok);
        if (errand.isButton() && ok && !isUnlock(errand)) {
            notes.forget(errand.id());
            return;
        }
        Reply reply = before.orElseGet(() -> notes.beginReply(errand.id()));
        reply(errand, repository, answers, reply, before.isPresent());
        react(errand, repository, ok ? "+1" : "confused");
        if (errand.isButton()) {
            notes.forget(errand.id());
        } else {
            notes.said(errand.id(), reply);
        }
    }

    private static boolean isUnlock(Errand errand) {
        return errand.commands().stream().anyMatch(Command.Unlock.class::isInstance);
    }

    private List<Answer> answers(Errand errand, Repository repository) throws InterruptedException {
        CommandContext context = new CommandContext(
                errand, repository, () -> pullRequests.find(errand.ref(), errand.pullRequest()), arrivals);
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < errand.commands().size(); i++) {
            Optional<Answer> known = notes.answer(errand.id(), i);
            answers.add(
                    known.isPresent()
                            ? known.get()
                            : notes.keep(
                                    errand.id(),
                                    i,
                                    runner.answer(context, errand.commands().get(i), i)));
        }
        return answers;
    }

    private void reply(Errand errand, Repository repository, List<Answer> answers, Reply reply, boolean again) {
        String marker = CommentRenderer.answerMarker(reply.nonce());
        try {
            if (!again || repository.findComment(errand.pullRequest(), marker).isEmpty()) {
                repository.createComment(
                        errand.pullRequest(),
                        CommentRenderer.answers(marker, errand.actor().login(), answers));
            }
        } catch (GitHubException e) {
            unsaid(e, "answer");
        }
    }

    /** A reaction is a courtesy: what was asked for goes on without it. */
    private void react(Errand errand, Repository repository, String reaction) {
        errand.comment().ifPresent(comment -> {
            try {
                repository.react(comment, reaction);
            } catch (GitHubException e) {
                note(e, "reaction");
            }
        });
    }

    private void unsaid(GitHubException e, String what) {
        if (e.retryable()) {
            throw e;
        }
        note(e, what);
    }

    private void note(GitHubException e, String what) {
        ports.log().write(JsonLog.Level.WARN, "no " + what, Map.of("error", String.valueOf(e.getMessage())));
    }
}
