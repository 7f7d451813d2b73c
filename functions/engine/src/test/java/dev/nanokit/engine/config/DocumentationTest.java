package dev.nanokit.engine.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.engine.config.check.EnvironmentRules;
import dev.nanokit.engine.config.shape.Fields;
import dev.nanokit.engine.config.shape.Shape;
import dev.nanokit.engine.config.shape.Vocabulary;
import dev.nanokit.engine.config.tree.Limits;
import dev.nanokit.engine.source.Problem;
import dev.nanokit.engine.source.Problems;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/nanokit-yml.md says what is so. */
class DocumentationTest {
    private static final String DOCUMENT = Corpus.text(Path.of("../../docs/nanokit-yml.md"));

    static List<String> examples() {
        return Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL)
                .matcher(DOCUMENT)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleIsAValidFile(String example) {
        NanokitConfig config = NanokitConfig.parse("nanokit.yml", example);

        assertThat(config.check(Variables.none())).noneMatch(Problem::isError);
    }

    @Test
    void everyKeyIsExplained() {
        Set<String> keys = new LinkedHashSet<>();
        collect(Vocabulary.FILE, keys);

        assertThat(keys).allSatisfy(key -> assertThat(DOCUMENT).containsPattern("`([a-z]+\\.)?" + key + "`"));
    }

    @Test
    void everyProviderHasItsRow() {
        for (ProviderId provider : ProviderId.values()) {
            assertThat(DOCUMENT).containsPattern("(?m)^\\| " + Pattern.quote(provider.id()) + " \\|");
        }
    }

    @Test
    void theLimitsAreThoseThatHold() {
        Limits limits = Limits.STANDARD;

        assertThat(DOCUMENT)
                .contains("characters in the file | " + grouped(limits.characters()))
                .contains("levels of nesting | " + limits.depth())
                .contains("uses of aliases | " + grouped(limits.aliases()))
                .contains("each time | " + grouped(limits.values()))
                .contains("of an environment | " + grouped(EnvironmentRules.MOST_THINGS))
                .contains("| environments | " + ConfigReader.MOST_ENVIRONMENTS)
                .contains("taken together | " + grouped(ConfigReader.MOST_VALUES))
                .contains("errors that are told | " + grouped(Problems.MOST));
    }

    private static String grouped(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static void collect(Shape shape, Set<String> keys) {
        switch (shape) {
            case Fields fields ->
                fields.fields().forEach((key, field) -> {
                    keys.add(key);
                    collect(field.shape(), keys);
                });
            case Shape.Named named -> collect(named.value(), keys);
            case Shape.Items items -> collect(items.item(), keys);
            case Shape.Either either -> collect(either.second(), keys);
            case Shape.Wrapped wrapped -> collect(wrapped.inner(), keys);
            case Shape.Simple simple -> {}
        }
    }
}
