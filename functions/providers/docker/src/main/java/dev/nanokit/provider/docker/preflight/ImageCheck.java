package dev.nanokit.provider.docker.preflight;

import dev.nanokit.engine.config.Environment;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.source.Place;
import dev.nanokit.engine.source.Problem;
import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.Parallel;
import dev.nanokit.provider.ProviderException;
import dev.nanokit.provider.docker.compile.Kinds;
import dev.nanokit.provider.docker.engine.EngineClient;
import dev.nanokit.provider.docker.engine.ImageReference;
import dev.nanokit.provider.docker.engine.RegistryLogin;
import dev.nanokit.provider.docker.observe.EngineView;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Looks whether the images are on the engine, or else whether the registry has them. Pulls nothing. */
final class ImageCheck {
    private static final Duration PATIENCE_WITH_REGISTRIES = Duration.ofSeconds(4);

    private final EngineClient engine;
    private final EngineView view;
    private final Environment environment;

    ImageCheck(EngineClient engine, EngineView view, Environment environment) {
        this.engine = engine;
        this.view = view;
        this.environment = environment;
    }

    List<Problem> check(List<Resource> containers) {
        Map<String, Resource> missing = new TreeMap<>();
        for (Resource container : containers) {
            String image = container.spec().text("image");
            boolean built =
                    container.dependsOn().stream().anyMatch(key -> key.type().equals(Kinds.IMAGE));
            if (!built && view.imageId(image).isEmpty()) {
                missing.putIfAbsent(image, container);
            }
        }
        return Parallel.map(missing.entrySet(), image -> look(image.getKey(), place(image.getValue())));
    }

    private Problem look(String image, Place place) {
        try {
            Optional<byte[]> found = engine.findBytes(
                    "/distribution/" + ImageReference.withTag(image) + "/json",
                    "asking the registry for " + image,
                    new RegistryLogin(engine.variables()).headersFor(image),
                    PATIENCE_WITH_REGISTRIES);
            return found.isPresent()
                    ? toBePulled(image, place)
                    : refused(image, place, "the registry has no such image");
        } catch (ProviderException e) {
            return e.code().equals("image-refused")
                    ? refused(image, place, "the registry refuses it")
                    : unreachable(image, place);
        }
    }

    private static Problem toBePulled(String image, Place place) {
        return Problem.warning(
                place,
                "the image " + image + " is not on the engine yet",
                "It will be pulled first.",
                "Nothing, if that is meant.");
    }

    private static Problem refused(String image, Place place, String why) {
        return Problem.error(
                place,
                "the image " + image + " is not on the engine, and " + why,
                "A container needs an image.",
                "Check its name and tag; for a private one, log in: docker login");
    }

    private static Problem unreachable(String image, Place place) {
        return Problem.warning(
                place,
                "the image " + image + " is not on the engine, and its registry could not be asked",
                "It will have to be pulled.",
                "Check the engine's way to the registry, or bring the image there: docker load, docker import");
    }

    private Place place(Resource container) {
        String service = container.spec().get("service") instanceof Value.Text(String name) ? name : "";
        return environment.services().containsKey(service)
                ? environment.places().of("services", service, "image")
                : container.place();
    }
}
