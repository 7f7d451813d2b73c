package dev.nanokit.engine.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.engine.config.shape.TreeJson;
import dev.nanokit.engine.config.tree.Limits;
import dev.nanokit.engine.config.tree.Node;
import dev.nanokit.engine.config.tree.TreeReader;
import dev.nanokit.engine.source.Problems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class OrderPropertiesTest {
    @Property
    void theOrderOfKeysDoesNotMatter(@ForAll("validFiles") Path file, @ForAll long seed) {
        Node shuffled = shuffled(tree(Corpus.text(file)), new Random(seed));

        assertThat(environments(TreeJson.of(shuffled).toString())).isEqualTo(environments(Corpus.text(file)));
    }

    @Property(tries = 20)
    void aFileWrittenAgainAsJsonMeansTheSame(@ForAll("validFiles") Path file) {
        String json = TreeJson.of(tree(Corpus.text(file))).toPrettyString();

        assertThat(environments(json)).isEqualTo(environments(Corpus.text(file)));
    }

    @Property(tries = 20)
    void readingTwiceGivesTheSameEnvironments(@ForAll("validFiles") Path file) {
        NanokitConfig once = NanokitConfig.parse("nanokit.yml", Corpus.text(file));
        NanokitConfig again = NanokitConfig.parse("nanokit.yml", Corpus.text(file));

        assertThat(once.environmentNames())
                .allSatisfy(name -> assertThat(once.environment(name, Corpus.VARIABLES))
                        .isEqualTo(again.environment(name, Corpus.VARIABLES)));
    }

    @Provide
    Arbitrary<Path> validFiles() {
        return Arbitraries.of(Corpus.valid());
    }

    private static Map<String, String> environments(String text) {
        NanokitConfig config = NanokitConfig.parse("nanokit.yml", text);
        Map<String, String> shown = new LinkedHashMap<>();
        config.environmentNames()
                .forEach(name ->
                        shown.put(name, EnvironmentText.withoutPlaces(config.environment(name, Corpus.VARIABLES))));
        return shown;
    }

    private static Node tree(String text) {
        return new TreeReader(Limits.STANDARD)
                .read("nanokit.yml", text, new Problems())
                .orElseThrow();
    }

    private static Node shuffled(Node node, Random random) {
        return switch (node) {
            case Node.Mapping mapping -> {
                List<String> keys = new ArrayList<>(mapping.entries().keySet());
                Collections.shuffle(keys, random);
                Map<String, Node.Entry> entries = new LinkedHashMap<>();
                for (String key : keys) {
                    Node.Entry entry = mapping.entries().get(key);
                    entries.put(key, new Node.Entry(entry.key(), shuffled(entry.value(), random)));
                }
                yield new Node.Mapping(mapping.place(), entries);
            }
            case Node.Sequence sequence ->
                new Node.Sequence(
                        sequence.place(),
                        sequence.items().stream()
                                .map(item -> shuffled(item, random))
                                .toList());
            default -> node;
        };
    }
}
