package dev.nanokit.provider.aws.ecs;

import dev.nanokit.provider.aws.reconcile.Work;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ecs.model.Tag;

/** Tags in ECS's own form. */
final class EcsTags {
    private EcsTags() {}

    static List<Tag> of(Work work) {
        return work.tags().entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }

    static Map<String, String> map(List<Tag> tags) {
        return tags.stream().collect(Collectors.toMap(Tag::key, Tag::value, (first, second) -> first));
    }
}
