package dev.nanokit.provider.aws.database;

import dev.nanokit.provider.aws.reconcile.Work;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.rds.model.Tag;

/** Tags in RDS's own form. */
final class RdsTags {
    private RdsTags() {}

    static Map<String, String> map(List<Tag> tags) {
        return tags.stream().collect(Collectors.toMap(Tag::key, Tag::value, (first, second) -> first));
    }

    static List<Tag> of(Work work) {
        return work.tags().entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }
}
