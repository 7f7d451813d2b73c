package dev.nanokit.engine.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.nanokit.engine.resource.ResourceKey;
import java.math.BigDecimal;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueJsonTest {
    private static final ResourceKey NETWORK = new ResourceKey("network", "default");

    @Property
    void whatIsWrittenIsReadAsTheSameValue(@ForAll("values") Value value) {
        assertThat(ValueJson.read(ValueJson.write(value))).isEqualTo(value);
    }

    @Provide
    Arbitrary<Value> values() {
        return Values.storable();
    }

    @Test
    void keysAreSortedAndNothingIsSpacedOut() {
        Value value = Value.obj(
                Map.of("b", Value.seq(Value.num(1), Value.NULL), "a", Value.bool(true), "C", Value.text("x")));

        assertThat(ValueJson.write(value)).isEqualTo("{\"C\":\"x\",\"a\":true,\"b\":[1,null]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"100", "100.0", "1E+2", "1.00e2"})
    void equalNumbersAreWrittenAlike(String number) {
        assertThat(ValueJson.write(ValueJson.read(number))).isEqualTo("100");
    }

    @Test
    void hugeExponentsAreNotSpelledOut() {
        assertThat(ValueJson.write(Value.num(new BigDecimal("1E+1000000000")))).isEqualTo("1E+1000000000");
    }

    @Test
    void referencesAndTemplatesHaveAFormOfTheirOwn() {
        Value url = Value.template(Value.text("http://"), Value.ref(NETWORK, "gateway"));

        assertThat(ValueJson.write(url))
                .isEqualTo(
                        "{\"$template\":[\"http://\",{\"$ref\":{\"output\":\"gateway\",\"resource\":\"network/default\"}}]}");
    }

    @Test
    void aKeyOfTheUsersThatLooksLikeATagStaysAKey() {
        Value value = Value.obj(Map.of("$secret", Value.text("not one")));

        assertThat(ValueJson.write(value)).isEqualTo("{\"$$secret\":\"not one\"}");
        assertThat(ValueJson.read("{\"$$secret\":\"not one\"}")).isEqualTo(value);
    }

    @Test
    void aRevealedSecretIsNeverWritten() {
        Value value = Value.obj(Map.of("env", Value.seq(Value.hidden(Secret.revealed("env:PASSWORD", "hunter2")))));

        assertThatIllegalStateException()
                .isThrownBy(() -> ValueJson.write(value))
                .withMessage("(secret env:PASSWORD) must be sealed before it is written anywhere");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[1,",
                "{\"a\":1}}",
                "nul",
                "{\"a\":1,\"a\":2}",
                "{\"$ref\":1}",
                "{\"$what\":1}",
                "{\"$ref\":{\"output\":\"x\",\"resource\":\"a/b\"},\"b\":1}",
                "{\"$template\":1}",
                "{\"$secret\":\"x\"}",
                "{\"$secret\":{\"source\":\"x\",\"digest\":1}}",
                "{\"$ref\":{\"output\":\"x\",\"resource\":\"ab\"}}"
            })
    void brokenTextIsRefused(String json) {
        assertThatIllegalArgumentException().isThrownBy(() -> ValueJson.read(json));
    }

    @Test
    void theRefusalSaysWhereButNotWhatStandsThere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ValueJson.read("{\n  hunter2"))
                .withMessage("not JSON at line 2, column 3");
    }
}
