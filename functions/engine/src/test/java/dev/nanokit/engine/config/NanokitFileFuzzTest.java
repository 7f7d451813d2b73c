package dev.nanokit.engine.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.nanokit.engine.source.InvalidConfigException;
import dev.nanokit.engine.source.Place;
import dev.nanokit.engine.source.Problem;
import java.util.Comparator;
import java.util.Map;

/**
 * Runs the inputs that are kept beside it; {@code bin/test --fuzz MINUTES} looks for new ones. A pull request brings any
 * file it likes: it is read, or refused with the places of what is wrong, and nothing else happens.
 */
class NanokitFileFuzzTest {
    private static final Variables VARIABLES = Variables.of(Map.of("A", "a", "TAG", "1.2", "PORT", "8080"));

    @FuzzTest(maxDuration = "2m")
    void file(byte[] input) {
        try {
            NanokitConfig config = NanokitConfig.parse("nanokit.yml", input);
            config.environmentForBranch("feature/x").ifPresent(name -> resolve(config, name));
            config.environmentNames().forEach(name -> resolve(config, name));
        } catch (InvalidConfigException e) {
            isRefusal(e, input);
        }
    }

    private static void resolve(NanokitConfig config, String name) {
        try {
            assertThat(config.environment(name, VARIABLES).name()).isEqualTo(name);
        } catch (InvalidConfigException e) {
            assertThat(e.problems()).isNotEmpty().allMatch(Problem::isError);
        }
    }

    private static void isRefusal(InvalidConfigException e, byte[] input) {
        assertThat(e.problems()).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.isError()).isTrue();
            assertThat(problem.place().line()).isBetween(1, input.length + 1);
            assertThat(problem.place().column()).isBetween(1, input.length + 2);
            assertThat(problem.what()).isNotBlank();
            assertThat(problem.fix()).isNotBlank();
        });
        assertThat(e.problems()).extracting(Problem::place).isSortedAccordingTo(Comparator.comparingInt(Place::line));
    }
}
