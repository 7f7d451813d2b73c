package dev.nanokit.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.nanokit.engine.model.DesiredSets;
import dev.nanokit.engine.model.Histories;
import dev.nanokit.engine.model.Site;
import dev.nanokit.engine.resource.Management;
import dev.nanokit.engine.resource.Observed;
import dev.nanokit.engine.resource.Owner;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.resource.Section;
import dev.nanokit.engine.source.InvalidConfigException;
import dev.nanokit.engine.source.Place;
import dev.nanokit.engine.source.Problem;
import dev.nanokit.engine.value.Resolver;
import dev.nanokit.engine.value.Secret;
import dev.nanokit.engine.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ChangeCodecTest {
    private static final Resource WEB = new Resource(
            new ResourceKey("container", "web"),
            Section.SERVICES,
            Management.MANAGED,
            Value.obj(Map.of(
                    "image", Value.text("nginx"),
                    "url",
                            Value.template(
                                    Value.text("postgres://app:"),
                                    Value.hidden(Secret.revealed("ssm:/db", "hunter2")),
                                    Value.ref(new ResourceKey("container", "db"), "host")))),
            Set.of(new ResourceKey("container", "db")),
            Set.of(new ResourceKey("container", "web-0")),
            true,
            Set.of("image"),
            Set.of("host-port/80"),
            new Place("nanokit.yml", 7, 3));

    private static final Change UPDATE = new Change.Update(
            WEB,
            Optional.empty(),
            new Observed(
                    "4f2a",
                    Optional.of(new Owner("shop", "stage", "api")),
                    Value.obj(Map.of("url", Value.hidden(Secret.revealed("ssm:/db", "letmein")))),
                    Value.obj(Map.of("password", Value.hidden(Secret.revealed("output", "swordfish"))))),
            List.of("url has changed"),
            List.of(new FieldChange("url", Value.NULL, Value.hidden(Secret.revealed("ssm:/db", "hunter2")), true)));

    @Property(edgeCases = EdgeCasesMode.NONE)
    void planIsTheSameWhenItIsPutTogetherAgain(
            @ForAll("histories") List<Histories.Chapter> past, @ForAll("desired") List<Resource> desired) {
        Plan plan = plan(Histories.live(past), desired)
                .withWarnings(List.of(Problem.warning(new Place("a.yml", 1, 2), "what", "why", "fix")));

        Plan again = PlanHead.read(PlanHead.of(plan).json())
                .with(
                        plan.changes().map(ChangeCodecTest::copy).toList(),
                        plan.unchanged().stream()
                                .map(change -> (Change.NoOp) copy(change))
                                .toList());

        assertThat(again.digest()).isEqualTo(plan.digest());
        assertThat(PlanJson.write(again)).isEqualTo(PlanJson.write(plan));
        assertThat(again.warnings()).isEqualTo(plan.warnings());
        assertThat(again.guards()).isEqualTo(plan.guards());
        assertThat(again.changes().toList())
                .isEqualTo(plan.changes().map(ChangeCodecTest::copy).toList());
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void onlyTheTextOfSecretsIsLost(
            @ForAll("histories") List<Histories.Chapter> past, @ForAll("desired") List<Resource> desired) {
        plan(Histories.live(past), desired).changes().forEach(change -> {
            Change copy = copy(change);
            assertThat(copy.getClass()).isEqualTo(change.getClass());
            assertThat(copy.reasons()).isEqualTo(change.reasons());
            assertThat(copy.recorded()).isEqualTo(change.recorded());
            assertThat(copy.providerId()).isEqualTo(change.providerId());
            assertThat(copy.fields()).isEqualTo(change.fields());
            assertThat(copy.desired().map(ChangeCodecTest::referring))
                    .isEqualTo(change.desired().map(ChangeCodecTest::referring));
        });
    }

    @Test
    void noSecretIsWritten() {
        String json = ChangeCodec.write(UPDATE, Site.KEY);

        assertThat(json).doesNotContain("hunter2", "letmein", "swordfish").contains("ssm:/db");
    }

    @Test
    void desiredSecretIsKeptAsAReferenceAndOthersSealed() {
        Change.Update copy = (Change.Update) copy(UPDATE);

        assertThat(copy.resource()).isEqualTo(referring(WEB));
        assertThat(copy.observed().spec())
                .isEqualTo(Resolver.seal(((Change.Update) UPDATE).observed().spec(), Site.KEY));
        assertThat(copy.fields().getFirst().after())
                .isEqualTo(Resolver.seal(UPDATE.fields().getFirst().after(), Site.KEY));
    }

    @Test
    void whatIsNoChangeIsRefusedWithTheField() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChangeCodec.read("{\"action\":\"explode\",\"reasons\":[],\"fields\":[]}"))
                .withMessageContaining("'action'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChangeCodec.read("{\"action\":\"delete\",\"reasons\":[],\"fields\":[]}"))
                .withMessageContaining("'recorded'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChangeCodec.read("{\"action\":\"create\",\"reasons\":[1],\"fields\":[]}"))
                .withMessageContaining("'reasons'");
    }

    private static Plan plan(Site site, List<Resource> desired) {
        try {
            return site.plan(desired);
        } catch (InvalidConfigException e) {
            Assume.that(false);
            throw e;
        }
    }

    private static Change copy(Change change) {
        return ChangeCodec.read(ChangeCodec.write(change, Site.KEY));
    }

    private static Resource referring(Resource resource) {
        return resource.withSpec((Value.Obj) Resolver.mapSecrets(
                resource.spec(), secret -> secret.isRevealed() ? Secret.reference(secret.source()) : secret));
    }

    @Provide
    Arbitrary<List<Histories.Chapter>> histories() {
        return Histories.any(true);
    }

    @Provide
    Arbitrary<List<Resource>> desired() {
        return DesiredSets.any(true);
    }
}
