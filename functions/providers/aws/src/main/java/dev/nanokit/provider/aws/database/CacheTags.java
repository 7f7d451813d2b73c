package dev.nanokit.provider.aws.database;

import dev.nanokit.provider.aws.call.AwsAccount;
import dev.nanokit.provider.aws.reconcile.Work;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.elasticache.model.Tag;

/** Tags in ElastiCache's own form. */
final class CacheTags {
    private CacheTags() {}

    static Map<String, String> read(AwsAccount account, String arn) {
        return account
                .elastiCache()
                .reads()
                .listTagsForResource(request -> request.resourceName(arn))
                .tagList()
                .stream()
                .collect(Collectors.toMap(Tag::key, Tag::value, (first, second) -> first));
    }

    static List<Tag> of(Work work) {
        return work.tags().entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }
}
