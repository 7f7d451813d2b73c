package dev.nanokit.provider.aws.database;

import dev.nanokit.provider.aws.Tags;
import dev.nanokit.provider.aws.reconcile.Work;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.rds.model.Tag;

/** Tags in RDS's own form. */
final class RdsTags {
    private RdsTags() {}

    static Map<String, String> map(List<Tag> tags) {
        return Tags.from(tags, Tag::key, Tag::value);
    }

    static List<Tag> of(Work work) {
        return Tags.in(
                work.tags(), (key, value) -> Tag.builder().key(key).value(value).build());
    }
}
