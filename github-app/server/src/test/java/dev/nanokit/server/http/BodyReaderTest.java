package dev.nanokit.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nanokit.server.http.BodyReader.Body;
import dev.nanokit.server.http.BodyReader.TooLargeException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyReaderTest {
    private static final int MAX = 300_000;

    private final MemoryBudget budget = new MemoryBudget(MAX);
    private final BodyReader reader = new BodyReader(MAX, budget);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 32_767, 32_768, 32_769, 65_536, 100_000, MAX})
    void bodyIsReadWholeWhetherItsLengthIsDeclaredOrNot(int length) throws IOException {
        byte[] bytes = bytes(length);

        try (Body body = reader.read(new ByteArrayInputStream(bytes), OptionalLong.of(length))) {
            assertThat(body.bytes()).isEqualTo(bytes);
        }
        try (Body body = reader.read(new ByteArrayInputStream(bytes), OptionalLong.empty())) {
            assertThat(body.bytes()).isEqualTo(bytes);
        }
    }

    @Test
    void bodyThatSaysItIsTooLargeIsNotRead() throws IOException {
        InputStream unread = InputStream.nullInputStream();
        unread.close(); // reading it would fail

        assertThatThrownBy(() -> reader.read(unread, OptionalLong.of(MAX + 1L))).isInstanceOf(TooLargeException.class);
        assertThatThrownBy(() -> reader.read(unread, OptionalLong.of(Long.MAX_VALUE)))
                .isInstanceOf(TooLargeException.class);
    }

    @Test
    void bodyThatTurnsOutTooLargeIsGivenUp() throws IOException {
        InputStream large = new ByteArrayInputStream(bytes(2 * MAX));

        assertThatThrownBy(() -> reader.read(large, OptionalLong.empty())).isInstanceOf(TooLargeException.class);
        assertThat(everythingIsFree()).isTrue();
    }

    @Test
    void bodiesTogetherTakeNoMoreMemoryThanAllowed() throws IOException {
        Body first = reader.read(new ByteArrayInputStream(bytes(200_000)), OptionalLong.of(200_000));

        assertThatThrownBy(() -> reader.read(new ByteArrayInputStream(bytes(200_000)), OptionalLong.of(200_000)))
                .isInstanceOf(MemoryBudget.ExhaustedException.class);
        first.close();
        assertThat(everythingIsFree()).isTrue();
    }

    @Test
    void promisedBytesTakeNoMemory() throws IOException {
        Body few = reader.read(new ByteArrayInputStream(bytes(1000)), OptionalLong.of(MAX));

        try (MemoryBudget.Share rest = budget.share()) {
            rest.grow(MAX - 32 * 1024);
        }
        few.close();
    }

    private boolean everythingIsFree() throws IOException {
        try (MemoryBudget.Share all = budget.share()) {
            all.grow(MAX);
        }
        return true;
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return bytes;
    }
}
