package dev.nanokit.github.flow;

import dev.nanokit.webhook.trigger.Trigger;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Arrivals of this process, which forgets them with its end. */
final class ArrivalsHere implements Arrivals {
    private final Map<String, String> heads = new ConcurrentHashMap<>();
    private final Set<Long> removed = ConcurrentHashMap.newKeySet();
    private final Set<Removed> removedRepositories = ConcurrentHashMap.newKeySet();

    private record Removed(long installation, String repository) {}

    @Override
    public void note(Trigger trigger) {
        Told.by(trigger).ifPresent(told -> heads.put(told.lane(), told.head()));
        if (trigger instanceof Trigger.InstallationChanged installation) {
            note(installation);
        }
    }

    private void note(Trigger.InstallationChanged installation) {
        long id = installation.installationId();
        switch (Told.ofRepositories(installation)) {
            case ALL_REMOVED -> removed.add(id);
            case THESE_REMOVED ->
                installation.repositories().forEach(name -> removedRepositories.add(new Removed(id, name)));
            case GIVEN -> {
                removed.remove(id);
                installation.repositories().forEach(name -> removedRepositories.remove(new Removed(id, name)));
            }
        }
    }

    @Override
    public Optional<String> said(Commit commit) {
        return key(commit).map(heads::get);
    }

    @Override
    public void isCurrent(Commit commit, Optional<String> saidBefore) {
        Optional<String> key = key(commit);
        if (key.isPresent() && saidBefore.isPresent()) {
            heads.replace(key.get(), saidBefore.get(), commit.sha());
        }
    }

    @Override
    public boolean isRemoved(Commit commit) {
        long id = commit.ref().installationId();
        return removed.contains(id)
                || removedRepositories.contains(new Removed(id, commit.ref().fullName()));
    }

    private static Optional<String> key(Commit commit) {
        return Told.what(commit).map(what -> LaneNames.in(commit.ref(), what));
    }
}
