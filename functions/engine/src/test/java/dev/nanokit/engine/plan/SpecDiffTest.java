package dev.nanokit.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.engine.model.Site;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.value.Resolver;
import dev.nanokit.engine.value.Secret;
import dev.nanokit.engine.value.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpecDiffTest {
    private static final Value UNKNOWN = new Value.Unknown(Value.ref(ResourceKey.parse("network/default"), "id"));

    @Test
    void objectsAreComparedKeyByKey() {
        Value before = Value.obj(Map.of("A", Value.text("1"), "B", Value.text("2")));
        Value after = Value.obj(Map.of("B", Value.text("3"), "C", Value.text("4")));

        assertThat(diff(before, after)).containsExactly("it.A: 1 → (none)", "it.B: 2 → 3", "it.C: (none) → 4");
    }

    @Test
    void listsOfOneLengthAreComparedItemByItem() {
        Value before = Value.seq(Value.text("a"), Value.obj(Map.of("port", Value.num(80))));
        Value after = Value.seq(Value.text("a"), Value.obj(Map.of("port", Value.num(81))));

        assertThat(diff(before, after)).containsExactly("it.1.port: 80 → 81");
    }

    @Test
    void listsOfOtherLengthsAreComparedAsAWhole() {
        assertThat(diff(Value.texts(List.of("a")), Value.texts(List.of("a", "b"))))
                .containsExactly("it: [a] → [a, b]");
    }

    @Test
    void nothingIsTheSameInWhateverForm() {
        assertThat(diff(Value.NULL, Value.seq())).isEmpty();
        assertThat(diff(Value.Obj.EMPTY, Value.seq())).isEmpty();
        assertThat(diff(Value.obj(Map.of("A", Value.NULL)), Value.NULL)).isEmpty();
    }

    @Test
    void numbersAreComparedByValue() {
        assertThat(diff(Value.num(new BigDecimal("1.50")), Value.num(new BigDecimal("1.5"))))
                .isEmpty();
    }

    @Test
    void anObjectInThePlaceOfATextIsOneChange() {
        assertThat(diff(Value.text("x"), Value.obj(Map.of("a", Value.num(1))))).containsExactly("it: x → {a: 1}");
    }

    @Test
    void secretsAreComparedByTheirContent() {
        assertThat(diff(secret("env:P", "hunter2"), secret("ssm:/p", "hunter2")))
                .isEmpty();
        assertThat(diff(secret("env:P", "hunter2"), secret("env:P", "hunter3")))
                .containsExactly("it: (sensitive) → (sensitive)");
    }

    @Test
    void aSecretIsComparedWithPlainTextToo() {
        assertThat(diff(Value.text("hunter2"), secret("env:P", "hunter2"))).isEmpty();
        assertThat(diff(secret("env:PORT", "80"), Value.num(80))).isEmpty();
        assertThat(diff(Value.text("hunter1"), secret("env:P", "hunter2")))
                .containsExactly("it: (sensitive) → (sensitive)");
    }

    @Test
    void aSecretThatWasNotLookedUpIsTakenForUnchangedWhileItsSourceIs() {
        Value reference = Value.hidden(Secret.reference("env:P"));

        assertThat(diff(sealed(secret("env:P", "hunter2")), reference)).isEmpty();
        assertThat(diff(sealed(secret("env:Q", "hunter2")), reference)).hasSize(1);
    }

    @Test
    void thePlainTextThatASecretReplacesIsNotKeptReadable() {
        List<FieldChange> changes = new SpecDiff(Site.KEY)
                .between(
                        it(Value.seq(Value.text("hunter1"))),
                        it(Value.seq(secret("env:P", "hunter2"), Value.text("x"))));

        assertThat(changes).singleElement().matches(FieldChange::sensitive);
        assertThat(changes.toString()).doesNotContain("hunter");
    }

    @Test
    void whatIsNotKnownYetDiffersFromEverything() {
        assertThat(diff(Value.text("id-1"), UNKNOWN)).containsExactly("it: id-1 → (known after apply)");
        assertThat(diff(secret("env:P", "hunter2"), UNKNOWN)).containsExactly("it: (sensitive) → (known after apply)");
    }

    private static List<String> diff(Value before, Value after) {
        return new SpecDiff(Site.KEY)
                .between(it(before), it(after)).stream()
                        .map(change -> change.path() + ": " + Shown.line(change))
                        .toList();
    }

    private static Value.Obj it(Value value) {
        return Value.obj(Map.of("it", value));
    }

    private static Value secret(String source, String text) {
        return Value.hidden(Secret.revealed(source, text));
    }

    private static Value sealed(Value value) {
        return Resolver.seal(value, Site.KEY);
    }
}
