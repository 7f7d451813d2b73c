package dev.nanokit.provider.aws.logs;

import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.aws.call.AwsAccount;
import dev.nanokit.provider.aws.compile.Types;
import dev.nanokit.provider.aws.reconcile.Found;
import dev.nanokit.provider.aws.reconcile.Kind;
import dev.nanokit.provider.aws.reconcile.Search;
import dev.nanokit.provider.aws.reconcile.Specs;
import dev.nanokit.provider.aws.reconcile.Status;
import dev.nanokit.provider.aws.reconcile.Work;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;

/** A group of log streams, one stream for each task, kept for a number of days. */
public final class LogGroupKind implements Kind {
    private final AwsAccount account;

    public LogGroupKind(AwsAccount account) {
        this.account = account;
    }

    @Override
    public String type() {
        return Types.LOG_GROUP;
    }

    @Override
    public Map<ResourceKey, Found> find(Search search) {
        Map<ResourceKey, Found> found = new TreeMap<>();
        search.wanted()
                .forEach(wanted -> look(wanted.spec().text("name")).ifPresent(group -> found.put(wanted.key(), group)));
        return found;
    }

    private Optional<Found> look(String name) {
        return account
                .logs()
                .reads()
                .describeLogGroupsPaginator(request -> request.logGroupNamePrefix(name))
                .logGroups()
                .stream()
                .filter(group -> group.logGroupName().equals(name))
                .findFirst()
                .map(this::found);
    }

    private Found found(LogGroup group) {
        String arn = group.arn().replaceFirst(":\\*$", "");
        Map<String, String> tags = account.logs()
                .reads()
                .listTagsForResource(request -> request.resourceArn(arn))
                .tags();
        Value.Obj spec =
                Value.obj(Map.of("name", Value.text(group.logGroupName()), "days", Specs.num(group.retentionInDays())));
        Value.Obj outputs = Value.obj(Map.of("arn", Value.text(arn), "name", Value.text(group.logGroupName())));
        return new Found(group.logGroupName(), tags, Status.READY, spec, outputs);
    }

    @Override
    public Found create(Work work) {
        account.logs()
                .writes()
                .createLogGroup(request ->
                        request.logGroupName(work.spec().text("name")).tags(work.tags()));
        return keep(work);
    }

    @Override
    public Found update(Work work, Found current) {
        return keep(work);
    }

    private Found keep(Work work) {
        String name = work.spec().text("name");
        account.logs()
                .writes()
                .putRetentionPolicy(
                        request -> request.logGroupName(name).retentionInDays(Specs.number(work.spec(), "days")));
        return look(name).orElseGet(() -> Found.unseen(name, work, Duration.ofSeconds(2)));
    }

    @Override
    public Optional<Duration> delete(Found current) {
        account.logs().writes().deleteLogGroup(request -> request.logGroupName(current.id()));
        return Optional.empty();
    }
}
