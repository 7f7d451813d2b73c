package dev.nanokit.provider.docker.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DockerIgnoreTest {
    /** Rules are separated by spaces. */
    @ParameterizedTest
    @CsvSource({
        "node_modules, node_modules/left-pad/index.js, true",
        "node_modules, web/node_modules/a.js, false",
        "**/node_modules, web/node_modules/a.js, true",
        "*.log, access.log, true",
        "*.log, logs/access.log, false",
        "**/*.log, logs/deep/access.log, true",
        "/target/, target/classes/A.class, true",
        "./target, target/a, true",
        "temp?, temp1/a, true",
        "*.md !README.md, README.md, false",
        "*.md !README.md, NOTES.md, true",
        "!README.md *.md, README.md, true",
        "docs !docs/keep, docs/keep/a, false",
        "docs !docs/keep, docs/drop, true",
        "# a comment, # a comment, false"
    })
    void theLastRuleThatFitsDecides(String rules, String path, boolean ignored) {
        List<String> lines = rules.startsWith("#") ? List.of(rules) : List.of(rules.split(" "));

        assertThat(DockerIgnore.of(lines).ignores(path)).isEqualTo(ignored);
    }
}
