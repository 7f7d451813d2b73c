package dev.nanokit.provider.aws.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineVersionTest {
    @ParameterizedTest
    @CsvSource({
        "postgres, 16.4, 16, true",
        "postgres, 16.4, 16.3, true",
        "postgres, 16.4, 16.4, true",
        "postgres, 16.2, 16.3, false",
        "postgres, 16.10, 16.9, true",
        "postgres, 17.1, 16, false",
        "mysql, 8.0.39, 8.0, true",
        "mysql, 8.4.3, 8.0, false",
        "mysql, 8.0.35, 8.0.39, false",
        "redis, 7.1.0, 7.0, true",
        "redis, 6.2.6, 7.0, false",
    })
    void aLaterPatchOfTheSameReleaseSatisfies(String engine, String runs, String asked, boolean satisfies) {
        assertThat(EngineVersion.parse(runs, engine).satisfies(EngineVersion.parse(asked, engine)))
                .isEqualTo(satisfies);
    }
}
