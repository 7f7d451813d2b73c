package dev.nanokit.provider.aws.ecs;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.ClientException;
import software.amazon.awssdk.services.ecs.model.Compatibility;
import software.amazon.awssdk.services.ecs.model.DescribeTaskDefinitionResponse;
import software.amazon.awssdk.services.ecs.model.NetworkMode;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionField;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionStatus;

/**
 * What a service's tasks are. A revision never changes: a new one is registered beside it. The two before stay, since one of them is
 * what a failed deployment is rolled back to; those before them are deregistered.
 */
public final class TaskDefinitionKind implements Kind {
    private static final int KEPT = 3;

    private final AwsAccount account;

    public TaskDefinitionKind(AwsAccount account) {
        this.account = account;
    }

    @Override
    public String type() {
        return Types.TASK_DEFINITION;
    }

    @Override
    public boolean isSuperseded() {
        return true;
    }

    @Override
    public Map<ResourceKey, Found> find(Search search) {
        Map<ResourceKey, Found> found = new TreeMap<>();
        search.wanted()
                .forEach(wanted -> Stream.concat(
                                wanted.id().stream(), Stream.of(wanted.spec().text("family")))
                        .flatMap(name -> look(name).stream())
                        .findFirst()
                        .ifPresent(revision -> found.put(wanted.key(), found(revision, wanted.spec()))));
        return found;
    }

    /** @param name of a family, whose newest revision is meant, or of a revision */
    private Optional<DescribeTaskDefinitionResponse> look(String name) {
        try {
            return Optional.of(reads().describeTaskDefinition(
                                    request -> request.taskDefinition(name).include(TaskDefinitionField.TAGS)))
                    .filter(answer -> answer.taskDefinition().status() == TaskDefinitionStatus.ACTIVE);
        } catch (ClientException e) {
            return Optional.empty();
        }
    }

    private static Found found(DescribeTaskDefinitionResponse answer, Value.Obj wanted) {
        TaskDefinition revision = answer.taskDefinition();
        Map<String, Value> spec = new TreeMap<>();
        revision.containerDefinitions().stream()
                .findFirst()
                .ifPresent(container -> spec.putAll(ContainerFields.fields(container)));
        spec.put("family", Value.text(revision.family()));
        spec.put("cpu", Value.num(Integer.parseInt(revision.cpu())));
        spec.put("memory", Value.num(Integer.parseInt(revision.memory())));
        spec.put("executionRole", Specs.text(revision.executionRoleArn()));
        spec.put("taskRole", Specs.text(revision.taskRoleArn()));
        Value.Obj outputs = Value.obj(Map.of("arn", Value.text(revision.taskDefinitionArn())));
        return new Found(
                revision.taskDefinitionArn(),
                EcsTags.map(answer.tags()),
                Status.READY,
                Specs.asked(spec, wanted),
                outputs);
    }

    @Override
    public Found create(Work work) {
        Value.Obj spec = work.spec();
        String revision = account.ecs()
                .writes()
                .registerTaskDefinition(request -> request.family(spec.text("family"))
                        .requiresCompatibilities(Compatibility.FARGATE)
                        .networkMode(NetworkMode.AWSVPC)
                        .cpu(Integer.toString(Specs.number(spec, "cpu")))
                        .memory(Integer.toString(Specs.number(spec, "memory")))
                        .executionRoleArn(spec.text("executionRole"))
                        .taskRoleArn(spec.text("taskRole"))
                        .containerDefinitions(ContainerFields.of(spec, account.region()))
                        .tags(EcsTags.of(work)))
                .taskDefinition()
                .taskDefinitionArn();
        return found(look(revision).orElseThrow(), spec);
    }

    /** Registers the next revision, unless a run that was cut off has done so. */
    @Override
    public Found update(Work work, Found current) {
        Optional<Found> newest = look(work.spec().text("family")).map(answer -> found(answer, work.spec()));
        Found next = newest.filter(revision ->
                        revision.spec().equals(work.spec()) && revision.tags().equals(work.tags()))
                .orElseGet(() -> create(work));
        List<String> revisions = revisions(work.spec().text("family"));
        revisions.stream().skip(KEPT).forEach(this::deregister);
        return next;
    }

    /** The newest first. */
    private List<String> revisions(String family) {
        return reads()
                .listTaskDefinitionsPaginator(
                        request -> request.familyPrefix(family).status(TaskDefinitionStatus.ACTIVE))
                .taskDefinitionArns()
                .stream()
                .filter(arn -> arn.contains(":task-definition/" + family + ":"))
                .sorted((first, second) -> Integer.compare(revision(second), revision(first)))
                .toList();
    }

    private static int revision(String arn) {
        return Integer.parseInt(arn.substring(arn.lastIndexOf(':') + 1));
    }

    private void deregister(String revision) {
        account.ecs().writes().deregisterTaskDefinition(request -> request.taskDefinition(revision));
    }

    @Override
    public Optional<Duration> delete(Found current) {
        revisions(current.spec().text("family")).forEach(this::deregister);
        return Optional.empty();
    }

    private EcsClient reads() {
        return account.ecs().reads();
    }
}
