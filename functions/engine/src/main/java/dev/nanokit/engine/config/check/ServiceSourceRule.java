package dev.nanokit.engine.config.check;

import dev.nanokit.engine.config.provider.Words;
import dev.nanokit.engine.config.shape.Nearest;
import dev.nanokit.engine.config.tree.Block;
import dev.nanokit.engine.config.tree.Located;
import dev.nanokit.engine.source.Problems;
import java.util.List;
import java.util.Set;

/** Each service is made of one thing: an image, a build or a declared runtime. Each runtime has an image. */
final class ServiceSourceRule implements Rule {
    private static final List<String> SOURCES = List.of("image", "build", "runtime");

    @Override
    public void check(Draft draft, Problems problems) {
        Set<String> runtimes = draft.names("runtimes");
        draft.services().values().forEach(service -> {
            checkOne(service, problems);
            service.text("runtime").ifPresent(name -> checkDeclared(service, name, runtimes, problems));
        });
        draft.runtimes().values().stream()
                .filter(runtime -> !runtime.has("image"))
                .forEach(runtime -> problems.error(
                        runtime.place(),
                        runtime.path() + " has no image",
                        "A runtime is an image on which services run from their source.",
                        "Add image: …"));
    }

    private static void checkOne(Block service, Problems problems) {
        List<String> given = SOURCES.stream().filter(service::has).toList();
        if (given.isEmpty()) {
            problems.error(
                    service.place(),
                    service.path() + " has none of image, build and runtime",
                    "One of them says what the service's containers are made from.",
                    "Add image: …, build: … or runtime: …");
        } else if (given.size() > 1) {
            problems.error(
                    service.placeOfKey(given.get(1)),
                    service.path() + " has " + Words.and(given),
                    "A service is made from one of image, build and runtime.",
                    "Keep one of them.");
        }
    }

    private static void checkDeclared(Block service, Located<String> runtime, Set<String> declared, Problems problems) {
        if (!declared.contains(runtime.value())) {
            problems.error(
                    runtime.place(),
                    service.path() + ".runtime: '" + runtime.shown() + "' is not declared",
                    declared.isEmpty()
                            ? "There are no runtimes in this file."
                            : "Declared are: " + Words.first(declared) + ".",
                    Nearest.of(runtime.value(), declared)
                            .map(near -> "Write " + near + ".")
                            .orElse("Declare it: runtimes: { " + runtime.shown() + ": { image: … } }."));
        }
    }
}
