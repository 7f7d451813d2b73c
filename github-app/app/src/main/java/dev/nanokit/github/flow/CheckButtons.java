package dev.nanokit.github.flow;

import dev.nanokit.github.command.Command;
import dev.nanokit.github.flow.CheckId.Origin;
import dev.nanokit.github.report.Buttons;
import dev.nanokit.webhook.trigger.Trigger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A button on a check was pressed: it is the command that it stands for, given by whoever pressed it. */
final class CheckButtons {
    private final Errands errands;
    private final BranchButtons branches;

    CheckButtons(Errands errands, BranchButtons branches) {
        this.errands = errands;
        this.branches = branches;
    }

    void pressed(Trigger.CheckActionRequested trigger) throws InterruptedException {
        Optional<CheckId> id = CheckId.parse(trigger.externalId());
        Optional<Command> command = id.flatMap(it -> Buttons.command(
                trigger.identifier(), new Command.Scope(Optional.of(it.environment()), Optional.of(it.component()))));
        if (id.isEmpty() || command.isEmpty()) {
            return;
        }
        if (id.get().origin() instanceof Origin.PullRequest(int number)) {
            errands.run(new Errand(
                    name(trigger),
                    trigger.repository(),
                    number,
                    trigger.sender(),
                    List.of(command.get()),
                    Optional.of(trigger.headSha()),
                    OptionalLong.empty()));
        } else {
            branches.pressed(trigger, id.get(), command.get(), name(trigger));
        }
    }

    private static String name(Trigger.CheckActionRequested trigger) {
        return "button/"
                + LaneNames.in(trigger.repository(), "@" + trigger.headSha()) + "/"
                + trigger.externalId() + "/" + trigger.identifier() + "/"
                + trigger.sender().login();
    }
}
