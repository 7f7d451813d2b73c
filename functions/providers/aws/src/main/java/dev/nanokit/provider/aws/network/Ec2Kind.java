package dev.nanokit.provider.aws.network;

import dev.nanokit.engine.resource.Owner;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.provider.aws.Tags;
import dev.nanokit.provider.aws.call.AwsAccount;
import dev.nanokit.provider.aws.reconcile.Found;
import dev.nanokit.provider.aws.reconcile.Kind;
import dev.nanokit.provider.aws.reconcile.Search;
import dev.nanokit.provider.aws.reconcile.Status;
import dev.nanokit.provider.aws.reconcile.Work;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/**
 * A kind of thing of EC2: found by its tags, all of an environment's in one call, and by its recorded id where somebody
 * has taken its tags away.
 */
abstract class Ec2Kind<T> implements Kind {
    private final AwsAccount account;

    Ec2Kind(AwsAccount account) {
        this.account = account;
    }

    /** All pages of what the filters let through. */
    abstract Stream<T> list(List<Filter> filters);

    /** The name of the filter for ids: {@code subnet-id}. */
    abstract String idFilter();

    abstract String id(T thing);

    abstract List<Tag> tags(T thing);

    abstract Found found(T thing, Search.Wanted wanted);

    Ec2Client reads() {
        return account.ec2().reads();
    }

    Ec2Client writes() {
        return account.ec2().writes();
    }

    @Override
    public Map<ResourceKey, Found> find(Search search) {
        Map<String, T> byId = new HashMap<>();
        list(ofEnvironment(search.owner()))
                .filter(thing -> isOf(search.owner(), map(tags(thing))))
                .forEach(thing -> byId.put(id(thing), thing));
        List<String> untagged =
                search.ids().stream().filter(id -> !byId.containsKey(id)).toList();
        if (!untagged.isEmpty()) {
            list(List.of(filter(idFilter(), untagged))).forEach(thing -> byId.put(id(thing), thing));
        }
        Map<ResourceKey, Found> found = new TreeMap<>();
        search.wanted()
                .forEach(wanted ->
                        pick(byId, wanted).ifPresent(thing -> found.put(wanted.key(), found(thing, wanted))));
        return found;
    }

    private Optional<T> pick(Map<String, T> byId, Search.Wanted wanted) {
        return wanted.id()
                .map(byId::get)
                .filter(thing -> !(found(thing, wanted).status() instanceof Status.Leaving))
                .or(() -> byId.values().stream()
                        .filter(thing ->
                                wanted.key().toString().equals(map(tags(thing)).get(Tags.RESOURCE)))
                        .min(Comparator.<T>comparingInt(
                                        thing -> found(thing, wanted).status() instanceof Status.Leaving ? 1 : 0)
                                .thenComparing(this::id)));
    }

    /** What is there under this id, right after it was made or changed. */
    Found again(Work work, String id) {
        return list(List.of(filter(idFilter(), List.of(id))))
                .findFirst()
                .map(thing -> found(thing, work.wanted(id)))
                .orElseGet(() -> Found.unseen(id, work, Duration.ofSeconds(2)));
    }

    static TagSpecification tagged(ResourceType type, Work work) {
        return TagSpecification.builder()
                .resourceType(type)
                .tags(Tags.in(
                        work.tags(),
                        (key, value) -> Tag.builder().key(key).value(value).build()))
                .build();
    }

    static Map<String, String> map(List<Tag> tags) {
        return Tags.from(tags, Tag::key, Tag::value);
    }

    static Filter filter(String name, List<String> values) {
        return Filter.builder().name(name).values(values).build();
    }

    private static boolean isOf(Owner owner, Map<String, String> tags) {
        return owner.project().equals(tags.get(Tags.PROJECT))
                && owner.environment().equals(tags.get(Tags.ENVIRONMENT));
    }

    private static List<Filter> ofEnvironment(Owner owner) {
        return List.of(
                filter("tag:" + Tags.PROJECT, List.of(owner.project())),
                filter("tag:" + Tags.ENVIRONMENT, List.of(owner.environment())));
    }
}
