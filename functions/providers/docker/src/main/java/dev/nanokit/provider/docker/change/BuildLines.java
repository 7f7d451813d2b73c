package dev.nanokit.provider.docker.change;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.BuildResponseItem;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;

/** Listens to a build: tells each step, and keeps the last lines for an error. */
final class BuildLines extends ResultCallback.Adapter<BuildResponseItem> {
    private static final int KEPT = 10;

    private final String service;
    private final Consumer<String> progress;
    private final Deque<String> lines = new ArrayDeque<>();
    private volatile String error;

    BuildLines(String service, Consumer<String> progress) {
        this.service = service;
        this.progress = progress;
    }

    @Override
    public void onNext(BuildResponseItem item) {
        if (item.getErrorDetail() != null) {
            error = item.getErrorDetail().getMessage();
        }
        String line = item.getStream() == null ? "" : item.getStream().strip();
        if (line.isEmpty()) {
            return;
        }
        if (line.startsWith("Step ") && !line.contains(" : LABEL nk-")) {
            progress.accept("building " + service + ": " + line.substring(line.indexOf(" : ") + 3));
        }
        lines.addLast(line);
        if (lines.size() > KEPT) {
            lines.removeFirst();
        }
    }

    /** What made the build fail; empty when it went well. */
    Optional<String> error() {
        return Optional.ofNullable(error);
    }

    /** The last lines of output, each on a line of its own. */
    String last() {
        return "\n" + String.join("\n", lines);
    }
}
