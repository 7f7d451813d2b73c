package dev.nanokit.github.report;

import dev.nanokit.engine.resource.Phase;
import dev.nanokit.engine.resource.RecordedResource;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.resource.Section;
import dev.nanokit.engine.value.Value;
import dev.nanokit.github.api.CheckRun;
import dev.nanokit.github.command.Command;
import dev.nanokit.github.command.Command.Scope;
import dev.nanokit.state.lock.HeldLock;
import dev.nanokit.state.store.ComponentState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Every comment that is written, on the same shop. */
final class Comments {
    private static final Scope PRODUCTION = new Scope(Optional.of("production"), Optional.empty());

    private Comments() {}

    static Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("plans", CommentRenderer.plans(List.of(posted("planned"), posted("invalid-file"), posted("planning"))));
        all.put("answer-applied", answer(Answer.check(new Command.Apply(PRODUCTION, false), posted("applied"))));
        all.put(
                "answer-several",
                answer(
                        Answer.refused(
                                new Command.Apply(Scope.ALL, false),
                                "This pull request is not approved yet. The base branch's nanokit.yml requires it"
                                        + " (`git.require`). Ask for a review."),
                        Answer.failed(
                                new Command.Plan(Scope.ALL), "GitHub did not answer", "try again in a few minutes"),
                        Answer.check(new Command.Apply(PRODUCTION, true), posted("apply-failed"))));
        all.put("answer-help", answer(Answer.help()));
        all.put(
                "answer-not-understood",
                answer(Answer.wrong(new Command.Wrong("there is no command `aply`. Did you mean `apply`?"))));
        all.put(
                "answer-unlocked",
                answer(Answer.unlocked(new Command.Unlock(PRODUCTION), "production", locks(), Samples.NOW)));
        all.put(
                "answer-nothing-locked",
                answer(Answer.unlocked(new Command.Unlock(PRODUCTION), "production", List.of(), Samples.NOW)));
        all.put("answer-status", answer(Answer.status(new Command.Status(PRODUCTION), status(3, locks()))));
        all.put(
                "answer-status-of-nothing",
                answer(Answer.status(
                        new Command.Status(PRODUCTION),
                        new EnvironmentStatus("shop", "production", Map.of(), List.of(), Samples.NOW))));
        return all;
    }

    static EnvironmentStatus status(int containers, List<HeldLock> locks) {
        List<RecordedResource> resources =
                IntStream.range(0, containers).mapToObj(Comments::container).toList();
        ComponentState main = new ComponentState(Optional.of("acme/shop"), 7, Optional.of(Shop.COMMIT), resources);
        ComponentState api = new ComponentState(Optional.empty(), 0, Optional.empty(), List.of());
        return new EnvironmentStatus("shop", "production", Map.of("main", main, "api", api), locks, Samples.NOW);
    }

    private static List<HeldLock> locks() {
        return List.of(
                new HeldLock("infra", true, List.of(Samples.GRACE), 4, List.of(Samples.LINUS)),
                new HeldLock("component main", true, List.of(Samples.GRACE), 9, List.of()));
    }

    private static RecordedResource container(int number) {
        return new RecordedResource(
                new ResourceKey("container", "web-" + number),
                "main",
                Section.SERVICES,
                number == 1 ? Phase.CREATING : Phase.READY,
                number == 1 ? Optional.empty() : Optional.of("c0ffee" + number),
                Value.Obj.EMPTY,
                Value.Obj.EMPTY,
                Set.of(),
                false,
                Set.of(),
                "token",
                7);
    }

    private static String answer(Answer... answers) {
        return CommentRenderer.answers("octocat", List.of(answers));
    }

    private static PostedCheck posted(String state) {
        Map.Entry<CheckSubject, CheckState> sample = Samples.all().get(state);
        CheckRun check = CheckRenderer.render(sample.getKey(), sample.getValue());
        return new PostedCheck(check, Optional.of("https://nanokit.example/acme/shop/runs/1"));
    }
}
