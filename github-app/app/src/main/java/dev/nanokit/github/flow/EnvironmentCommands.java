package dev.nanokit.github.flow;

import dev.nanokit.engine.config.NanokitConfig;
import dev.nanokit.github.command.Command;
import dev.nanokit.github.command.CommandText;
import dev.nanokit.github.flow.reading.NanokitFile;
import dev.nanokit.github.flow.reading.RepositoryReading;
import dev.nanokit.github.policy.Decision.Refused;
import dev.nanokit.github.report.Answer;
import dev.nanokit.github.report.EnvironmentStatus;
import dev.nanokit.state.EnvironmentId;
import dev.nanokit.state.lock.Holder;
import dev.nanokit.state.store.ComponentState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code /nanokit unlock} and {@code /nanokit status}: about whole environments, whatever became of the pull request. */
final class EnvironmentCommands {
    private final FlowPorts ports;

    EnvironmentCommands(FlowPorts ports) {
        this.ports = ports;
    }

    Answer unlock(CommandContext context, Command command) {
        return each(context, command, id -> {
            Instant now = ports.clock().instant();
            Holder by = new Holder(
                    "@" + context.errand().actor().login(),
                    "unlock of #" + context.errand().pullRequest(),
                    context.link(ports.settings()),
                    now);
            return Answer.unlocked(command, id.environment(), ports.locks().unlock(id, by), now);
        });
    }

    Answer status(CommandContext context, Command command) {
        return each(
                context,
                command,
                id -> Answer.status(
                        command,
                        new EnvironmentStatus(
                                id.project(),
                                id.environment(),
                                visible(context, ports.store().components(id)),
                                ports.locks().list(id),
                                ports.clock().instant())));
    }

    /** What one environment has to say. */
    private interface Part {
        Answer of(EnvironmentId id);
    }

    private static Answer each(CommandContext context, Command command, Part part) {
        Optional<Refused> refused = context.refusal(command);
        if (refused.isPresent()) {
            return Answer.refused(command, refused.get().reason());
        }
        List<Answer> answers = new ArrayList<>();
        environments(context, CommandText.scope(command)).forEach(id -> answers.add(part.of(id)));
        return answers.isEmpty()
                ? Answers.nothing(command, context.pullRequest().baseBranch())
                : Answers.all(answers);
    }

    private static Set<EnvironmentId> environments(CommandContext context, Command.Scope scope) {
        String base = context.pullRequest().baseBranch();
        Set<EnvironmentId> ids = new LinkedHashSet<>();
        files(context)
                .filter(file -> file.config()
                        .filter(config -> scope.component()
                                .map(config.component()::equals)
                                .orElse(true))
                        .isPresent())
                .forEach(file -> scope.environment()
                        .or(() -> file.environmentOf(base))
                        .ifPresent(environment -> ids.add(
                                Inputs.id(context.view().commit(), file.config().get(), environment))));
        return ids;
    }

    /** Those of the base branch; before it has any, and never of a fork, those of the head. */
    private static Stream<NanokitFile> files(CommandContext context) {
        RepositoryReading base = context.view().survey().base();
        boolean first = base.files().isEmpty() && !context.pullRequest().fork();
        return (first ? context.view().survey().head() : base).files().values().stream();
    }

    /** On a fork's pull request, which the fork's people read, no component of other repositories is shown. */
    private static Map<String, ComponentState> visible(CommandContext context, Map<String, ComponentState> all) {
        if (!context.pullRequest().fork()) {
            return all;
        }
        Set<String> own = files(context)
                .flatMap(file -> file.config().stream())
                .map(NanokitConfig::component)
                .collect(Collectors.toSet());
        Map<String, ComponentState> visible = new TreeMap<>(all);
        visible.keySet().retainAll(own);
        return visible;
    }
}
