package dev.nanokit.github.flow;

import dev.nanokit.github.command.Command;
import dev.nanokit.github.command.CommandText;
import dev.nanokit.github.report.Answer;
import dev.nanokit.github.report.PostedCheck;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Answers that several commands give. */
final class Answers {
    private Answers() {}

    /** One answer to a command that concerned several components or environments. */
    static Answer all(List<Answer> parts) {
        return new Answer(
                parts.stream().allMatch(Answer::ok),
                parts.stream().map(Answer::markdown).collect(Collectors.joining("\n\n")));
    }

    static Answer checks(Command command, List<PostedCheck> checks) {
        return all(checks.stream().map(check -> Answer.check(command, check)).toList());
    }

    /** There is nothing that the command could mean. */
    static Answer nothing(Command command, String base) {
        Command.Scope scope = CommandText.scope(command);
        Optional<String> component = scope.component();
        return component.isPresent()
                ? Answer.failed(
                        command,
                        "no nanokit.yml here has the component '" + component.get() + "' in this environment",
                        "name one that is there, or leave --component out to mean all")
                : Answer.failed(
                        command,
                        "there is nothing to do it with: no nanokit.yml maps the branch '" + base
                                + "' to an environment",
                        "map the branch under git.environments in nanokit.yml");
    }
}
