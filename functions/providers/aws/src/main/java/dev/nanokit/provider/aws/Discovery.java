package dev.nanokit.provider.aws;

import dev.nanokit.engine.resource.Observed;
import dev.nanokit.engine.resource.Owner;
import dev.nanokit.engine.resource.RecordedResource;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.provider.Parallel;
import dev.nanokit.provider.aws.call.AwsErrors;
import dev.nanokit.provider.aws.reconcile.Found;
import dev.nanokit.provider.aws.reconcile.Kind;
import dev.nanokit.provider.aws.reconcile.Search;
import dev.nanokit.provider.aws.reconcile.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkException;

/** Reads what is there: one search for each kind of thing, side by side. */
record Discovery(Owner owner, Map<String, Kind> kinds) {
    Map<ResourceKey, Observed> of(List<RecordedResource> recorded, List<Resource> unrecorded) {
        List<Search.Wanted> wanted = new ArrayList<>();
        recorded.forEach(resource -> wanted.add(Search.Wanted.of(resource)));
        unrecorded.forEach(resource -> wanted.add(Search.Wanted.of(resource)));
        return of(wanted);
    }

    Map<ResourceKey, Observed> of(List<Search.Wanted> wanted) {
        Map<String, List<Search.Wanted>> byType =
                wanted.stream().collect(Collectors.groupingBy(each -> each.key().type()));
        Map<ResourceKey, Observed> observed = new TreeMap<>();
        Parallel.map(byType.entrySet(), type -> search(type.getKey(), type.getValue()))
                .forEach(search -> search.forEach((key, found) -> {
                    if (!(found.status() instanceof Status.Leaving)) {
                        observed.put(key, found.observed());
                    }
                }));
        return observed;
    }

    private Map<ResourceKey, Found> search(String type, List<Search.Wanted> wanted) {
        Kind kind = kinds.get(type);
        if (kind == null) {
            throw new IllegalArgumentException(type + " is no kind of thing that aws has");
        }
        try {
            return kind.find(new Search(owner, wanted));
        } catch (SdkException e) {
            throw AwsErrors.of(e, "looking for each " + type);
        }
    }
}
