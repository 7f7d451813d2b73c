package dev.nanokit.engine.plan;

import dev.nanokit.engine.resource.RecordedResource;
import dev.nanokit.engine.resource.Resource;
import java.util.List;
import java.util.Optional;

/** Finds the changes that lose data. */
final class Guards {
    private Guards() {}

    static List<Guard> of(List<List<Change>> waves) {
        return waves.stream()
                .flatMap(List::stream)
                .filter(Guards::losesData)
                .map(change -> new Guard(change.key(), change.action(), words(change)))
                .toList();
    }

    private static boolean losesData(Change change) {
        boolean removes = change instanceof Change.Replace
                || (change instanceof Change.Delete delete && delete.observed().isPresent());
        return removes
                && (change.recorded().filter(RecordedResource::holdsData).isPresent()
                        || change.desired().filter(Resource::holdsData).isPresent());
    }

    private static String words(Change change) {
        String verb = change.action() == Action.REPLACE ? "replacing " : "deleting ";
        Optional<String> id = change.recorded()
                .map(RecordedResource::outputs)
                .flatMap(Named::atProvider)
                .or(change::providerId);
        return verb + change.key() + id.map(known -> " (" + known + ")").orElse("") + " loses all data in it";
    }
}
