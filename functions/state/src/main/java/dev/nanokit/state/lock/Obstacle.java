package dev.nanokit.state.lock;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * Somebody who keeps a request waiting.
 *
 * @param left how long at most, if that one is dead
 */
record Obstacle(String component, Holder holder, Duration left) {
    /** What a request is told that all of these keep waiting. */
    static Acquisition.Blocked block(List<Obstacle> obstacles, LockRequest request, int position, Sighting sighting) {
        boolean sameComponent =
                obstacles.stream().anyMatch(obstacle -> obstacle.component().equals(request.component()));
        return new Acquisition.Blocked(
                sameComponent ? "component " + request.component() : "infra",
                obstacles.stream().map(Obstacle::holder).toList(),
                obstacles.stream()
                        .map(Obstacle::left)
                        .max(Comparator.naturalOrder())
                        .orElse(Duration.ZERO),
                position,
                sighting);
    }
}
