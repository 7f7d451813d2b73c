package dev.nanokit.bench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RawEngineTest {
    @BeforeAll
    static void engineAnswers() {
        boolean answers = RawEngine.answers();
        if ("true".equals(System.getenv("CI"))) {
            assertThat(answers).as("a Docker engine answers").isTrue();
        }
        assumeTrue(answers, "no Docker engine answers");
    }

    @Test
    void networkIsMadeOnceAndRemoved() throws Exception {
        String name = "bench-test-" + UUID.randomUUID();
        try (RawEngine engine = new RawEngine()) {
            engine.createNetwork(name);
            try {
                assertThatThrownBy(() -> engine.createNetwork(name))
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining("answered 409")
                        .hasMessageContaining("already exists");
            } finally {
                engine.removeNetwork(name);
            }
            engine.createNetwork(name);
            engine.removeNetwork(name);
        }
    }

    @Test
    void connectionIsOfUseAgainAfterARefusal() throws Exception {
        try (RawEngine engine = new RawEngine()) {
            String nobody = "nobody-" + UUID.randomUUID();

            assertThatThrownBy(() -> engine.startContainer(nobody)).hasMessageContaining("answered 404");
            assertThat(engine.running(nobody)).isZero();
        }
    }
}
