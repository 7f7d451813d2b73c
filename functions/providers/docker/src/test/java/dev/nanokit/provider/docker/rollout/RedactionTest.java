package dev.nanokit.provider.docker.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.engine.value.Secret;
import dev.nanokit.engine.value.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RedactionTest {
    @Test
    void everySecretOfTheSpecIsTakenOutTheLongestFirst() {
        Value.Obj spec = Value.obj(Map.of(
                "env",
                Value.obj(Map.of(
                        "PASSWORD", Value.hidden(Secret.revealed("a", "pass")),
                        "URL", Value.hidden(Secret.revealed("b", "postgres://pass@db"))))));

        assertThat(Redaction.of(spec).of("can't open postgres://pass@db with pass"))
                .isEqualTo("can't open (secret) with (secret)");
    }

    @Test
    void anEmptySecretTakesOutNothing() {
        Value.Obj spec = Value.obj(Map.of("env", Value.hidden(Secret.revealed("a", ""))));

        assertThat(Redaction.of(spec).of("text")).isEqualTo("text");
    }
}
