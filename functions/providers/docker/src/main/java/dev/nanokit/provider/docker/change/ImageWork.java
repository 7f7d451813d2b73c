package dev.nanokit.provider.docker.change;

import com.github.dockerjava.api.command.BuildImageCmd;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Image;
import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.Progress;
import dev.nanokit.provider.ProviderException;
import dev.nanokit.provider.docker.Labels;
import dev.nanokit.provider.docker.engine.EngineClient;
import dev.nanokit.provider.docker.source.BuildContext;
import dev.nanokit.provider.docker.source.BuildFolders;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Builds images, and removes those that were built. */
public final class ImageWork {
    private final EngineClient engine;
    private final BuildFolders folders;

    public ImageWork(EngineClient engine, BuildFolders folders) {
        this.engine = engine;
        this.folders = folders;
    }

    /** Builds the image unless it is there under its tag, which tells all that it is built from. */
    public Progress.Done build(Work work) {
        String tag = work.spec().text("tag");
        String doing = "building image " + tag;
        try {
            if (built(work).stream().noneMatch(image -> hasTag(image, tag))) {
                build(work, tag, doing);
            }
            removeUnused(work, tag);
            String id = engine.docker().inspectImageCmd(tag).exec().getId();
            return new Progress.Done(id, Value.obj(Map.of("id", Value.text(id))));
        } catch (RuntimeException e) {
            throw engine.errors().of(e, doing);
        }
    }

    /** Removes every image that was built for this service; one that a container still uses stays. */
    public Progress.Done delete(Work work, String id) {
        try {
            removeUnused(work, "");
            return new Progress.Done(id, Value.Obj.EMPTY);
        } catch (RuntimeException e) {
            throw engine.errors().of(e, "removing the images of " + work.key().name());
        }
    }

    private void build(Work work, String tag, String doing) {
        BuildContext context = folders.of(work.spec());
        checkUnchanged(work, context);
        Path archive = archive(context);
        BuildLines lines = new BuildLines(work.key().name(), work.inputs().progress());
        try (InputStream input = Files.newInputStream(archive)) {
            command(work, tag, context, input).exec(lines).awaitCompletion();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw engine.errors().of(new IllegalStateException("interrupted"), doing);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deleteQuietly(archive);
        }
        if (lines.error().isPresent()) {
            throw engine.errors().of(400, lines.error().get() + lines.last(), doing, null);
        }
    }

    private BuildImageCmd command(Work work, String tag, BuildContext context, InputStream archive) {
        BuildImageCmd command = engine.docker()
                .buildImageCmd(archive)
                .withTags(Set.of(tag))
                .withLabels(work.labels())
                .withRemove(true)
                .withForcerm(true);
        String dockerfile = work.spec().get("dockerfile") instanceof Value.Text(String file) ? file : "Dockerfile";
        command.withDockerfilePath(context.hasAddedDockerfile() ? BuildContext.ADDED_DOCKERFILE : dockerfile);
        if (work.spec().get("target") instanceof Value.Text(String target)) {
            command.withTarget(target);
        }
        if (work.spec().get("args") instanceof Value.Obj args) {
            args.fields().forEach((name, value) -> command.withBuildArg(name, ((Value.Text) value).value()));
        }
        return command;
    }

    /** What was planned is what is built: a file that has changed since would be built under a digest that is not its. */
    private static void checkUnchanged(Work work, BuildContext context) {
        if (!(work.spec().get("sources") instanceof Value.Text(String planned))) {
            return;
        }
        try {
            if (!context.digest().equals(planned)) {
                throw new ProviderException(
                        "the files of " + work.spec().text("folder") + " have changed since the plan was made",
                        false,
                        "sources-changed",
                        "run it again",
                        null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path archive(BuildContext context) {
        try {
            Path archive = Files.createTempFile("nanokit-context", ".tar");
            try (OutputStream output = Files.newOutputStream(archive)) {
                context.writeTo(output);
            }
            return archive;
        } catch (IOException e) {
            throw new ProviderException(
                    "the build context can't be packed: " + e.getMessage(),
                    false,
                    "build-context",
                    "check that its files are readable and that there is room in the folder for temporary files",
                    e);
        }
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }

    private void removeUnused(Work work, String keep) {
        built(work).stream().filter(image -> !hasTag(image, keep)).forEach(image -> removeUnlessUsed(image.getId()));
    }

    private void removeUnlessUsed(String image) {
        try {
            engine.docker().removeImageCmd(image).withForce(false).exec();
        } catch (ConflictException | NotFoundException e) {
            // A container still runs from it, or it has gone: the next build or the removal will see to it.
            return;
        }
    }

    private List<Image> built(Work work) {
        return engine
                .docker()
                .listImagesCmd()
                .withLabelFilter(Map.of(
                        Labels.RESOURCE,
                        work.key().toString(),
                        Labels.PROJECT,
                        work.owner().project()))
                .exec()
                .stream()
                .filter(image -> image.getLabels() != null && work.owns(image.getLabels()))
                .toList();
    }

    private static boolean hasTag(Image image, String tag) {
        return image.getRepoTags() != null && Arrays.asList(image.getRepoTags()).contains(tag);
    }
}
