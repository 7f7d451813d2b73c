package dev.nanokit.github.flow;

import dev.nanokit.engine.config.GitRules;
import dev.nanokit.engine.config.NanokitConfig;
import dev.nanokit.github.command.Command;
import dev.nanokit.github.command.CommandText;
import dev.nanokit.github.command.Verb;
import dev.nanokit.github.flow.Target.Finding;
import dev.nanokit.github.flow.memory.Approval;
import dev.nanokit.github.flow.memory.CheckNote;
import dev.nanokit.github.flow.memory.RunNotes;
import dev.nanokit.github.policy.Decision.Refused;
import dev.nanokit.github.policy.Policy;
import dev.nanokit.github.policy.Situation;
import dev.nanokit.github.policy.Situation.State;
import dev.nanokit.github.report.Answer;
import dev.nanokit.github.report.PostedCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code /nanokit apply} and {@code /nanokit destroy}. What is applied is the plan that the check shows. */
final class ApplyCommand {
    private final BranchSurvey survey;
    private final CheckReporter checks;
    private final RunNotes runs;
    private final PlanRound round;
    private final ApplyRun apply;

    ApplyCommand(BranchSurvey survey, CheckReporter checks, RunNotes runs, PlanRound round, ApplyRun apply) {
        this.survey = survey;
        this.checks = checks;
        this.runs = runs;
        this.round = round;
        this.apply = apply;
    }

    /** What is acted upon: the pull request's head; once it is merged, its base branch as it is now. */
    private record Scene(Commit commit, List<Target> targets) {}

    Answer run(CommandContext context, Command command, Order order) throws InterruptedException {
        Scene scene = scene(context, command);
        Optional<Refused> refused = refusal(context, command, scene);
        if (refused.isPresent()) {
            return Answer.refused(command, refused.get().reason());
        }
        if (scene.targets().isEmpty()) {
            return Answers.nothing(command, context.pullRequest().baseBranch());
        }
        List<Answer> answers = new ArrayList<>();
        for (Target target : scene.targets()) {
            answers.add(
                    order.destroy()
                            ? destroy(scene.commit(), target, command, order)
                            : apply(context, scene.commit(), target, command, order));
        }
        return Answers.all(answers);
    }

    private Scene scene(CommandContext context, Command command) {
        Command.Scope scope = CommandText.scope(command);
        if (context.state() != State.MERGED) {
            return new Scene(context.view().commit(), context.targets(scope));
        }
        String base = context.pullRequest().baseBranch();
        String head = context.repository().branchHead(base);
        Commit commit = new Commit(context.errand().ref(), context.repository(), head, new CheckId.Origin.Branch(base));
        List<Target> targets = survey.targets(commit, base).stream()
                .filter(target -> CommandContext.isMeant(target, scope))
                .toList();
        return new Scene(commit, targets);
    }

    private static Optional<Refused> refusal(CommandContext context, Command command, Scene scene) {
        for (Target target : scene.targets()) {
            boolean asks = target.powers()
                    .rules()
                    .map(GitRules::require)
                    .filter(required -> !required.isEmpty())
                    .isPresent();
            Situation situation = asks || context.note().isEmpty()
                    ? context.readySituation(target.powers())
                    : context.situation(target.powers());
            Optional<Refused> refused =
                    Policy.onCommand(context.person(), command, situation).refused();
            if (refused.isPresent()) {
                return refused;
            }
        }
        Optional<Refused> moved = context.errand()
                .commit()
                .filter(sha -> context.state() != State.MERGED
                        && !sha.equals(context.pullRequest().headSha()))
                .map(sha -> Refusals.moved(context.pullRequest().headSha()));
        return moved.or(() -> scene.targets().isEmpty() ? context.refusal(command) : Optional.empty());
    }

    private Answer apply(CommandContext context, Commit commit, Target target, Command command, Order order)
            throws InterruptedException {
        if (target.finding() instanceof Finding.Gone) {
            return Answer.failed(
                    command,
                    "the component '" + target.component() + "' has no nanokit.yml in this commit",
                    "to delete what it has, comment /nanokit " + Verb.DESTROY.word() + " -e " + target.environment());
        }
        Optional<NanokitConfig> config = target.config();
        boolean begun = runs.find(commit.of(), order.runId(target)).isPresent();
        Optional<Approval> shown = checks.note(commit, target).flatMap(CheckNote::approval);
        boolean askedBefore = context.state() != State.MERGED || order.force();
        if (config.isEmpty() || (askedBefore && shown.isEmpty() && !begun)) {
            PostedCheck planned = round.one(commit, target, "");
            Answer answer = Answer.check(command, planned);
            return new Answer(
                    false,
                    "✋ There was no plan to agree to, so nothing was applied. This is the plan now; look at it, and ask"
                            + " again.\n\n" + answer.markdown());
        }
        Optional<Approval> consent = askedBefore ? Optional.of(shown.orElse(Approval.NONE)) : Optional.empty();
        return Answer.check(command, apply.run(commit, target, config.get(), order.with(consent)));
    }

    private Answer destroy(Commit commit, Target target, Command command, Order order) throws InterruptedException {
        Optional<NanokitConfig> config = target.baseConfig();
        return config.isEmpty()
                ? Answer.failed(
                        command,
                        "the component '" + target.component() + "' has no usable nanokit.yml in the base branch",
                        "repair the file " + target.file() + " there first")
                : Answer.check(command, apply.run(commit, target, config.get(), order));
    }
}
