package dev.nanokit.bench.plan;

import java.nio.file.Path;

/** One plan in a process of its own: {@code SteadyPlan FOLDER SIZE}. */
final class SteadyPlan {
    private SteadyPlan() {}

    public static void main(String[] arguments) {
        try (SteadySite site = new SteadySite(Path.of(arguments[0]), Integer.parseInt(arguments[1]))) {
            site.plan();
        }
    }
}
