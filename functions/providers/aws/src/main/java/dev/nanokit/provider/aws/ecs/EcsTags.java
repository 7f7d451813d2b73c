package dev.nanokit.provider.aws.ecs;

import dev.nanokit.provider.aws.Tags;
import dev.nanokit.provider.aws.reconcile.Work;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ecs.model.Tag;

/** Tags in ECS's own form. */
final class EcsTags {
    private EcsTags() {}

    static List<Tag> of(Work work) {
        return Tags.in(
                work.tags(), (key, value) -> Tag.builder().key(key).value(value).build());
    }

    static Map<String, String> map(List<Tag> tags) {
        return Tags.from(tags, Tag::key, Tag::value);
    }
}
