package dev.nanokit.github.report;

import dev.nanokit.github.Golden;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each state of a check beside all that is sent of it. */
class CheckGoldenTest {
    static Stream<Map.Entry<String, Map.Entry<CheckSubject, CheckState>>> states() {
        return Samples.all().entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("states")
    void everyStateIsShownSo(Map.Entry<String, Map.Entry<CheckSubject, CheckState>> sample) {
        CheckSubject subject = sample.getValue().getKey();
        Golden.assertIs(
                Path.of("src/test/resources/checks", sample.getKey() + ".txt"),
                CheckText.of(CheckRenderer.render(subject, sample.getValue().getValue())));
    }
}
