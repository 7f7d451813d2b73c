package dev.nanokit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.nanokit.state.table.memory.MemoryTable;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** What the function does before its snapshot, where there is no AWS and no engine. */
class ProviderRehearsalTest {
    private final InstantSource clock = InstantSource.system();

    @Test
    void planComesAsFarAsItsEngineWhichIsNobody() throws Exception {
        assertThat(new ProviderRehearsal(clock).plan(new MemoryTable(clock))).contains("127.0.0.1:1");
    }

    @Test
    void rehearsalNeedsNoNetworkAndNoCredentials() {
        assertThatCode(() -> new ProviderRehearsal(clock).perform()).doesNotThrowAnyException();
    }
}
