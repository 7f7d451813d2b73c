package dev.nanokit.engine.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.nanokit.engine.resource.ResourceKey;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResolverTest {
    private static final ResourceKey DB = new ResourceKey("container", "orders");
    private static final Value.Ref HOST = Value.ref(DB, "host");
    private static final Value.Ref PASSWORD = Value.ref(DB, "password");
    private static final SealingKey KEY = new SealingKey("0123456789abcdef".getBytes(StandardCharsets.UTF_8));

    @Test
    void aReferenceBecomesTheOutputItNames() {
        assertThat(resolve(HOST, Map.of(HOST, Value.text("db.local")))).isEqualTo(Value.text("db.local"));
    }

    @Test
    void whatIsNotKnownYetSaysWhereItWillComeFrom() {
        assertThat(resolve(HOST, Map.of())).isEqualTo(new Value.Unknown(HOST));
    }

    @Test
    void referencesAreFoundAtAnyDepth() {
        Value nested = Value.seq(Value.obj(Map.of("url", Value.seq(HOST))));

        assertThat(resolve(nested, Map.of(HOST, Value.num(1))))
                .isEqualTo(Value.seq(Value.obj(Map.of("url", Value.seq(Value.num(1))))));
    }

    @Test
    void aTemplateOfKnownPartsBecomesText() {
        Value url = Value.template(Value.text("http://"), HOST, Value.text(":"), Value.num(8080));

        assertThat(resolve(url, Map.of(HOST, Value.text("db")))).isEqualTo(Value.text("http://db:8080"));
    }

    @Test
    void aTemplateIsUnknownAsSoonAsOnePartIs() {
        Value url = Value.template(Value.text("http://"), HOST);

        assertThat(resolve(url, Map.of())).isEqualTo(new Value.Unknown(HOST));
    }

    @Test
    void aTemplateWithASecretPartIsASecretThatNamesIt() {
        Value url = Value.template(Value.text("redis://:"), PASSWORD, Value.text("@db"));
        Value password = Value.hidden(Secret.revealed("ssm:/shop/orders", "hunter2"));

        Value resolved = resolve(url, Map.of(PASSWORD, password));

        assertThat(resolved)
                .isEqualTo(Value.hidden(Secret.revealed("template(ssm:/shop/orders)", "redis://:hunter2@db")));
        assertThat(resolved.toString()).doesNotContain("hunter2");
    }

    @Test
    void aTemplateWithASealedPartCannotBeComposed() {
        Value url = Value.template(Value.text("redis://:"), PASSWORD);
        Value password = Value.hidden(Secret.sealed("generated", "hmac-sha256:1"));

        assertThat(resolve(url, Map.of(PASSWORD, password)))
                .isEqualTo(Value.hidden(Secret.reference("template(generated)")));
    }

    @Test
    void aListHasNoPlaceInATemplate() {
        Value url = Value.template(Value.text("x"), Value.seq());

        assertThatIllegalArgumentException().isThrownBy(() -> resolve(url, Map.of()));
    }

    @Test
    void sealingLeavesNoSecretReadable() {
        Value tree = Value.seq(
                Value.hidden(Secret.revealed("a", "hunter2")),
                Value.template(Value.hidden(Secret.revealed("b", "hunter2"))),
                Value.obj(Map.of("c", Value.hidden(Secret.reference("env:C")))));

        Value sealed = Resolver.seal(tree, KEY);

        assertThat(ValueJson.write(sealed)).doesNotContain("hunter2").contains(KEY.digest("hunter2"), "env:C");
        assertThat(Resolver.seal(sealed, KEY)).isEqualTo(sealed);
    }

    @Test
    void theDigestOfASpecChangesWithASecretButNotWithItsStore() {
        Value before = Value.hidden(Secret.revealed("env:P", "hunter2"));
        Value moved = Value.hidden(Secret.revealed("ssm:/p", "hunter2"));
        Value changed = Value.hidden(Secret.revealed("env:P", "hunter3"));

        assertThat(SpecDigest.of(moved, KEY))
                .isEqualTo(SpecDigest.of(before, KEY))
                .startsWith("sha256:");
        assertThat(SpecDigest.of(changed, KEY)).isNotEqualTo(SpecDigest.of(before, KEY));
    }

    private static Value resolve(Value value, Map<Value.Ref, ? extends Value> outputs) {
        Value.Obj spec = Value.obj(Map.of("it", value));
        return Resolver.resolve(spec, ref -> Optional.ofNullable((Value) outputs.get(ref)))
                .get("it");
    }
}
