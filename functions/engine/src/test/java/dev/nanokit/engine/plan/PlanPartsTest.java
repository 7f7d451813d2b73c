package dev.nanokit.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nanokit.engine.resource.Management;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.resource.Section;
import dev.nanokit.engine.source.Place;
import dev.nanokit.engine.source.Problem;
import dev.nanokit.engine.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlanPartsTest {
    private static final Place PLACE = new Place("nanokit.yml", 3, 5);

    @Test
    void partsJoinToThePlansJson() {
        Plan plan = plan(
                List.of(List.of(create("web"), create("jobs")), List.of(create("gateway"))),
                List.of(unchanged("a"), unchanged("b")));

        String joined =
                PlanParts.join(PlanParts.head(plan), Stream.concat(PlanParts.changes(plan), PlanParts.unchanged(plan)));

        assertThat(joined).isEqualTo(PlanJson.write(plan));
        assertThat(PlanParts.changes(plan))
                .hasSize(3)
                .allSatisfy(change -> assertThat(change).startsWith("{"));
    }

    @Test
    void emptyPlanHasNoPartsButItsHead() {
        Plan plan = plan(List.of(), List.of());

        assertThat(PlanParts.join(PlanParts.head(plan), Stream.of())).isEqualTo(PlanJson.write(plan));
    }

    @Test
    void whatIsNoHeadIsRefused() {
        assertThatThrownBy(() -> PlanParts.join("{}", Stream.of("{}")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no list of changes");
    }

    private static Plan plan(List<List<Change>> waves, List<Change.NoOp> unchanged) {
        Problem misleading = Problem.warning(PLACE, "says \"changes\":[] in a text", "", "");
        return new Plan(
                "id",
                "shop",
                "local",
                "api",
                "c0ffee",
                4,
                waves,
                unchanged,
                List.of(misleading),
                List.of(),
                Optional.empty(),
                "digest");
    }

    private static Change create(String name) {
        return new Change.Create(resource(name), Optional.empty(), List.of("not there yet"), List.of());
    }

    private static Change.NoOp unchanged(String name) {
        return new Change.NoOp(
                resource(name), Optional.empty(), Optional.of("id of " + name), List.of("as it should be"));
    }

    private static Resource resource(String name) {
        return new Resource(
                new ResourceKey("container", name),
                Section.SERVICES,
                Management.MANAGED,
                Value.Obj.EMPTY,
                Set.of(),
                Set.of(),
                false,
                Set.of(),
                Set.of(),
                PLACE);
    }
}
