package dev.nanokit.provider.aws.machine;

import dev.nanokit.engine.config.shape.Nearest;
import dev.nanokit.engine.plan.Change;
import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.source.Problem;
import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.aws.call.AwsAccount;
import dev.nanokit.provider.aws.compile.Types;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.InstanceTypeInfo;
import software.amazon.awssdk.services.ec2.model.InstanceTypeOffering;

/** Whether the region has the machine types that are new in a plan. */
public record MachineCheck(AwsAccount account) {
    public List<Problem> check(Plan plan) {
        List<Resource> changed = plan.waves().stream()
                .flatMap(List::stream)
                .filter(change -> !(change instanceof Change.Delete))
                .flatMap(change -> change.desired().stream())
                .filter(resource -> types(resource).findAny().isPresent())
                .toList();
        Set<String> wanted =
                changed.stream().flatMap(MachineCheck::types).collect(Collectors.toCollection(TreeSet::new));
        if (wanted.isEmpty()) {
            return List.of();
        }
        Set<String> offered = offered(wanted);
        return changed.stream()
                .flatMap(resource ->
                        types(resource).filter(type -> !offered.contains(type)).map(type -> problem(resource, type)))
                .toList();
    }

    private static Stream<String> types(Resource resource) {
        boolean machine = Set.of(Types.LAUNCH_TEMPLATE, Types.NODE_GROUP)
                .contains(resource.key().type());
        return machine && resource.spec().get("type") instanceof Value.Text(String type)
                ? Stream.of(type)
                : Stream.empty();
    }

    private Set<String> offered(Set<String> wanted) {
        Filter types = Filter.builder().name("instance-type").values(wanted).build();
        return account
                .ec2()
                .reads()
                .describeInstanceTypesPaginator(request -> request.filters(types))
                .instanceTypes()
                .stream()
                .map(InstanceTypeInfo::instanceTypeAsString)
                .collect(Collectors.toSet());
    }

    private Problem problem(Resource resource, String type) {
        String family = type.substring(0, type.indexOf('.'));
        Set<String> known =
                account
                        .ec2()
                        .reads()
                        .describeInstanceTypeOfferingsPaginator(request -> {})
                        .instanceTypeOfferings()
                        .stream()
                        .map(InstanceTypeOffering::instanceTypeAsString)
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> relatives = known.stream()
                .filter(name -> name.startsWith(family + "."))
                .collect(Collectors.toCollection(TreeSet::new));
        Optional<String> nearest = Nearest.of(type, relatives.isEmpty() ? alike(type, known) : relatives)
                .or(() -> relatives.stream().findFirst());
        return Problem.error(
                resource.place(),
                "region " + account.region() + " has no machine type '" + type + "'",
                relatives.isEmpty()
                        ? "AWS has no family '" + family + "' there."
                        : "Of that family it has " + String.join(", ", relatives) + ".",
                nearest.map(name -> "Write type: " + name + ".")
                        .orElse("Choose one that the region has: aws ec2 describe-instance-types."));
    }

    /** Those of the same size, few enough to compare. */
    private static Set<String> alike(String type, Set<String> known) {
        String size = type.substring(type.indexOf('.'));
        return known.stream().filter(name -> name.endsWith(size)).collect(Collectors.toCollection(TreeSet::new));
    }
}
