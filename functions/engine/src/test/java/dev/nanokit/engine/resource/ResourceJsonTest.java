package dev.nanokit.engine.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.nanokit.engine.value.Secret;
import dev.nanokit.engine.value.Value;
import dev.nanokit.engine.value.Values;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ResourceJsonTest {
    private static final RecordedResource WEB = new RecordedResource(
            new ResourceKey("container", "web-1"),
            "api",
            Section.SERVICES,
            Phase.READY,
            Optional.of("4f2a"),
            Value.obj(Map.of("image", Value.text("nginx:1.27"))),
            Value.Obj.EMPTY,
            Set.of(new ResourceKey("network", "default"), new ResourceKey("container", "orders")),
            false,
            Set.of("host-port/8080"),
            "token-1",
            7);

    @Test
    void theFormIsReadable() {
        assertThat(ResourceJson.write(WEB))
                .isEqualTo("{\"claims\":[\"host-port/8080\"],\"clientToken\":\"token-1\",\"component\":\"api\","
                        + "\"dependsOn\":[\"container/orders\",\"network/default\"],\"holdsData\":false,"
                        + "\"key\":\"container/web-1\",\"outputs\":{},\"phase\":\"ready\",\"providerId\":\"4f2a\","
                        + "\"section\":\"services\",\"serial\":7,\"spec\":{\"image\":\"nginx:1.27\"}}");
    }

    @Property
    void whatIsWrittenIsReadAsTheSameResource(@ForAll("resources") RecordedResource resource) {
        assertThat(ResourceJson.read(ResourceJson.write(resource))).isEqualTo(resource);
    }

    @Provide
    Arbitrary<RecordedResource> resources() {
        Arbitrary<Value.Obj> objects =
                Arbitraries.maps(Values.key(), Values.storable()).ofMaxSize(3).map(Value::obj);
        return Combinators.combine(
                        objects,
                        objects,
                        Arbitraries.of(Phase.values()),
                        Arbitraries.longs().greaterOrEqual(0))
                .as((spec, outputs, phase, serial) -> new RecordedResource(
                        WEB.key(),
                        "api",
                        Section.DATABASES,
                        phase,
                        Optional.empty(),
                        spec,
                        outputs,
                        Set.of(),
                        true,
                        Set.of(),
                        "t",
                        serial));
    }

    @Test
    void aRevealedSecretIsNeverWritten() {
        Value.Obj outputs = Value.obj(Map.of("password", Value.hidden(Secret.revealed("generated", "hunter2"))));
        RecordedResource leaky = new RecordedResource(
                WEB.key(),
                "api",
                Section.SERVICES,
                Phase.READY,
                Optional.empty(),
                Value.Obj.EMPTY,
                outputs,
                Set.of(),
                false,
                Set.of(),
                "t",
                1);

        assertThatIllegalStateException()
                .isThrownBy(() -> ResourceJson.write(leaky))
                .withMessageNotContaining("hunter2");
    }

    @Test
    void aMissingFieldIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResourceJson.read("{\"key\":\"a/b\",\"component\":\"api\"}"))
                .withMessage("the field section of a recorded resource is missing or not text");
    }

    @Test
    void anUnknownPhaseIsRefused() {
        String json = ResourceJson.write(WEB).replace("\"ready\"", "\"asleep\"");

        assertThatIllegalArgumentException().isThrownBy(() -> ResourceJson.read(json));
    }
}
