package dev.nanokit.engine.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.engine.source.InvalidConfigException;
import dev.nanokit.engine.source.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.Size;

/** Whatever a file holds, it is read, or refused with problems that have a place. */
class ReadingPropertiesTest {
    private static final List<String> PIECES = List.of(
            "name",
            "services",
            "infra",
            ":",
            ": ",
            "- ",
            "{",
            "}",
            "[",
            "]",
            "&a ",
            "*a",
            "<<",
            "!!str ",
            "\"",
            "'",
            "#",
            "\n",
            "\n  ",
            "\t",
            "|",
            ">",
            "?",
            "${",
            "}",
            "$${",
            "null",
            "~",
            "1",
            "0x",
            "-",
            "%",
            "@",
            "---",
            "...",
            "é",
            "\uD83D\uDE00",
            "\u0000",
            "\uFEFF",
            ",");

    @Property
    void anyTextIsReadOrRefused(@ForAll String text) {
        readOrRefused(text);
    }

    @Property
    void anyBytesAreReadOrRefused(@ForAll @Size(max = 200) byte[] bytes) {
        try {
            NanokitConfig.parse("nanokit.yml", bytes);
        } catch (InvalidConfigException e) {
            assertRefusal(e);
        }
    }

    @Property(tries = 1000)
    void piecesOfYamlInAnyOrderAreReadOrRefused(@ForAll("soups") String text) {
        readOrRefused(text);
    }

    @Property(tries = 500)
    void filesWithTyposAreReadOrRefused(@ForAll("files") Path file, @ForAll long seed) {
        String text = Corpus.text(file);
        if (text.length() < 5_000) {
            readOrRefused(withTypos(text, new Random(seed)));
        }
    }

    @Property
    void whatAVariableHoldsStaysOneText(@ForAll @NotBlank String value) {
        NanokitConfig config = NanokitConfig.parse(
                "nanokit.yml", "name: shop\nservices: { web: { image: nginx, env: { A: \"${A}\", B: \"x${A}\" } } }");

        Environment environment = config.environment("local", Variables.of(Map.of("A", value)));

        assertThat(environment.services().get("web").env()).isEqualTo(Map.of("A", value, "B", "x" + value));
    }

    @Provide
    Arbitrary<String> soups() {
        Arbitrary<String> start = Arbitraries.of("", "name: shop\n", "name: shop\nservices:\n  web:\n    ");
        return Combinators.combine(start, Arbitraries.of(PIECES).list().ofMaxSize(30))
                .as((first, pieces) -> first + String.join("", pieces));
    }

    @Provide
    Arbitrary<Path> files() {
        return Arbitraries.of(Corpus.all());
    }

    private static void readOrRefused(String text) {
        try {
            NanokitConfig config = NanokitConfig.parse("nanokit.yml", text);
            for (String name : config.environmentNames()) {
                assertResolvedOrRefused(config, name);
            }
        } catch (InvalidConfigException e) {
            assertRefusal(e);
        }
    }

    private static void assertResolvedOrRefused(NanokitConfig config, String name) {
        try {
            assertThat(config.environment(name, Corpus.VARIABLES).name()).isEqualTo(name);
        } catch (InvalidConfigException e) {
            assertRefusal(e);
        }
    }

    private static void assertRefusal(InvalidConfigException e) {
        assertThat(e.problems()).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.severity()).isEqualTo(Problem.Severity.ERROR);
            assertThat(problem.place().line()).isPositive();
            assertThat(problem.place().column()).isPositive();
            assertThat(problem.what()).isNotBlank();
            assertThat(problem.fix()).isNotBlank();
        });
    }

    private static String withTypos(String text, Random random) {
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            int at = random.nextInt(lines.size());
            String line = lines.get(at);
            int column = random.nextInt(line.length() + 1);
            String piece = PIECES.get(random.nextInt(PIECES.size()));
            switch (random.nextInt(5)) {
                case 0 -> lines.set(at, line.substring(0, column) + piece + line.substring(column));
                case 1 -> lines.set(at, line.substring(0, column));
                case 2 -> lines.set(at, line.substring(column));
                case 3 -> lines.add(at, line);
                default -> lines.set(at, "  " + line);
            }
        }
        String changed = String.join("\n", lines);
        return new String(changed.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
