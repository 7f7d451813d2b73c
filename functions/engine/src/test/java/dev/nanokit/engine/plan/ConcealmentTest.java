package dev.nanokit.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.value.Secret;
import dev.nanokit.engine.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a provider reads back is text; which of it is secret only the file and the record know. */
class ConcealmentTest {
    private static final Value SECRET = Value.hidden(Secret.reference("env:TOKEN"));
    private static final Value UNKNOWN = new Value.Unknown(Value.ref(ResourceKey.parse("database/orders"), "address"));

    @Test
    void aTextIsHiddenWhereTheFileHasASecret() {
        assertThat(conceal(Value.text("hunter2"), Value.NULL, SECRET)).isEqualTo(hidden("env:TOKEN", "hunter2"));
    }

    @Test
    void aTextIsHiddenWhereTheRecordHadASecret() {
        assertThat(conceal(Value.text("hunter2"), SECRET, Value.text("plain now")))
                .isEqualTo(hidden("env:TOKEN", "hunter2"));
    }

    @Test
    void aTextThatNobodyKnowsIsHidden() {
        assertThat(conceal(Value.text("hunter2"), Value.NULL, Value.NULL)).isEqualTo(hidden("unexpected", "hunter2"));
    }

    @Test
    void aTextIsHiddenWhereTheFileDoesNotKnowItsValueYet() {
        assertThat(conceal(Value.text("db://:hunter2@orders"), Value.NULL, UNKNOWN))
                .isEqualTo(hidden("unexpected", "db://:hunter2@orders"));
    }

    @Test
    void aTextThatStandsInTheFileAsItIsStaysReadable() {
        assertThat(conceal(Value.text("nginx:1.25"), Value.NULL, Value.text("nginx:1.26")))
                .isEqualTo(Value.text("nginx:1.25"));
    }

    @Test
    void aListWithOneSecretIsHiddenWhole() {
        Value observed = Value.texts(List.of("--token", "hunter2", "--fast"));
        Value desired = Value.seq(Value.text("--token"), SECRET);

        assertThat(conceal(observed, Value.NULL, desired).toString()).doesNotContain("hunter2", "--fast");
    }

    @Test
    void aSecretThatTheProviderDoesKnowGetsTheFilesSource() {
        assertThat(conceal(hidden("container", "hunter2"), Value.NULL, SECRET))
                .isEqualTo(hidden("env:TOKEN", "hunter2"));
    }

    @Test
    void numbersThatNobodyKnowsStayReadable() {
        assertThat(conceal(Value.num(8080), Value.NULL, Value.NULL)).isEqualTo(Value.num(8080));
    }

    private static Value conceal(Value observed, Value recorded, Value desired) {
        return Concealment.conceal(it(observed), it(recorded), it(desired)).get("it");
    }

    private static Value.Obj it(Value value) {
        return Value.Obj.EMPTY.with("it", value);
    }

    private static Value hidden(String source, String text) {
        return Value.hidden(Secret.revealed(source, text));
    }
}
