package dev.nanokit.provider.aws.database;

import dev.nanokit.provider.aws.Tags;
import dev.nanokit.provider.aws.call.AwsAccount;
import dev.nanokit.provider.aws.reconcile.Work;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.elasticache.model.Tag;

/** Tags in ElastiCache's own form. */
final class CacheTags {
    private CacheTags() {}

    static Map<String, String> read(AwsAccount account, String arn) {
        List<Tag> tags = account.elastiCache()
                .reads()
                .listTagsForResource(request -> request.resourceName(arn))
                .tagList();
        return Tags.from(tags, Tag::key, Tag::value);
    }

    static List<Tag> of(Work work) {
        return Tags.in(
                work.tags(), (key, value) -> Tag.builder().key(key).value(value).build());
    }
}
