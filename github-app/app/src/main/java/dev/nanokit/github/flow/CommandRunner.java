package dev.nanokit.github.flow;

import dev.nanokit.engine.source.Problem;
import dev.nanokit.github.command.Command;
import dev.nanokit.github.report.Answer;
import dev.nanokit.github.report.CheckState;
import java.util.Optional;

/** Carries out one command, and says what became of it. */
final class CommandRunner {
    private final FlowSettings settings;
    private final PlanCommand plan;
    private final ApplyCommand apply;
    private final EnvironmentCommands environments;
    private final Failures failures;

    CommandRunner(
            FlowSettings settings,
            PlanCommand plan,
            ApplyCommand apply,
            EnvironmentCommands environments,
            Failures failures) {
        this.settings = settings;
        this.plan = plan;
        this.apply = apply;
        this.environments = environments;
        this.failures = failures;
    }

    /** @param place its place among the errand's commands */
    Answer answer(CommandContext context, Command command, int place) throws InterruptedException {
        try {
            return switch (command) {
                case Command.Plan asked -> plan.run(context, asked);
                case Command.Apply asked -> apply.run(context, asked, order(context, place, false, asked.force()));
                case Command.Destroy asked -> apply.run(context, asked, order(context, place, true, asked.force()));
                case Command.Unlock asked -> environments.unlock(context, asked);
                case Command.Status asked -> environments.status(context, asked);
                case Command.Help asked -> refusal(context, asked).orElseGet(Answer::help);
                case Command.Wrong wrong -> wrong(context, wrong);
            };
        } catch (RuntimeException e) {
            return failed(command, failures.state(e));
        }
    }

    private static Optional<Answer> refusal(CommandContext context, Command command) {
        return context.refusal(command).map(refused -> Answer.refused(command, refused.reason()));
    }

    private static Answer wrong(CommandContext context, Command.Wrong wrong) {
        return context.refusal(new Command.Help())
                .map(refused -> Answer.refused(wrong, refused.reason()))
                .orElseGet(() -> Answer.wrong(wrong));
    }

    private Order order(CommandContext context, int place, boolean destroy, boolean force) {
        return new Order(
                context.errand().id() + "/" + place,
                "@" + context.errand().actor().login(),
                (destroy ? "destroy of #" : "apply of #") + context.errand().pullRequest(),
                context.link(settings),
                destroy,
                force,
                Optional.empty());
    }

    private static Answer failed(Command command, CheckState state) {
        return switch (state) {
            case CheckState.Unplannable(String message, String fix) -> Answer.failed(command, message, fix);
            case CheckState.Invalid invalid -> {
                Problem first = invalid.problems().getFirst();
                yield Answer.failed(command, first.place() + ": " + first.what(), first.fix());
            }
            default -> Answer.failed(command, "it could not be done", "");
        };
    }
}
