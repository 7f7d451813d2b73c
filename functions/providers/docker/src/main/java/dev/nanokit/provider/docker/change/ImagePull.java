package dev.nanokit.provider.docker.change;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.PullImageCmd;
import com.github.dockerjava.api.model.PullResponseItem;
import com.github.dockerjava.api.model.ResponseItem;
import dev.nanokit.provider.docker.engine.EngineClient;
import dev.nanokit.provider.docker.engine.ImageReference;
import dev.nanokit.provider.docker.engine.RegistryLogin;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** Brings images to the engine where they are missing. Replicas that need the same one wait for one pull. */
public final class ImagePull {
    private final EngineClient engine;
    private final Map<String, ReentrantLock> underWay = new ConcurrentHashMap<>();

    public ImagePull(EngineClient engine) {
        this.engine = engine;
    }

    /** @param progress takes lines such as {@code pulling nginx:1.27 42%} */
    public void ensure(String reference, Consumer<String> progress) {
        ReentrantLock lock = underWay.computeIfAbsent(reference, image -> new ReentrantLock());
        lock.lock();
        try {
            if (engine.find("/images/" + reference + "/json", "looking for image " + reference)
                    .isEmpty()) {
                pull(ImageReference.withTag(reference), progress);
            }
        } finally {
            lock.unlock();
        }
    }

    private void pull(String reference, Consumer<String> progress) {
        progress.accept("pulling " + reference);
        PullProgress lines = new PullProgress(reference, progress);
        String doing = "pulling image " + reference;
        try {
            PullImageCmd command = engine.docker().pullImageCmd(reference);
            new RegistryLogin(engine.variables()).forImage(reference).ifPresent(command::withAuthConfig);
            command.exec(lines).awaitCompletion();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw engine.errors().of(new IllegalStateException("interrupted"), doing);
        } catch (RuntimeException e) {
            throw engine.errors().of(e, doing);
        }
        if (lines.error != null) {
            throw engine.errors().of(404, lines.error, doing, null);
        }
    }

    /** Adds up what the layers tell, and says it each time another tenth is there. */
    private static final class PullProgress extends ResultCallback.Adapter<PullResponseItem> {
        private final String reference;
        private final Consumer<String> progress;
        private final Map<String, ResponseItem.ProgressDetail> layers = new ConcurrentHashMap<>();
        private long told;
        private volatile String error;

        PullProgress(String reference, Consumer<String> progress) {
            this.reference = reference;
            this.progress = progress;
        }

        @Override
        public void onNext(PullResponseItem item) {
            if (item.getErrorDetail() != null) {
                error = item.getErrorDetail().getMessage();
            }
            ResponseItem.ProgressDetail detail = item.getProgressDetail();
            boolean downloads = item.getId() != null && "Downloading".equals(item.getStatus());
            if (downloads && detail != null && detail.getTotal() != null && detail.getCurrent() != null) {
                layers.put(item.getId(), detail);
                tell();
            }
        }

        private void tell() {
            long current = 0;
            long total = 0;
            for (ResponseItem.ProgressDetail layer : layers.values()) {
                current += layer.getCurrent();
                total += layer.getTotal();
            }
            long percent = total == 0 ? 0 : current * 100 / total;
            if (percent >= told + 10) {
                told = percent;
                progress.accept("pulling " + reference + " " + percent + "%");
            }
        }
    }
}
