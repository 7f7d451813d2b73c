package dev.nanokit.engine.config.layer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.engine.config.reference.Expander;
import dev.nanokit.engine.config.shape.DocumentArbitrary;
import dev.nanokit.engine.config.shape.StructureCheck;
import dev.nanokit.engine.config.shape.Vocabulary;
import dev.nanokit.engine.config.tree.Limits;
import dev.nanokit.engine.config.tree.Node;
import dev.nanokit.engine.config.tree.Path;
import dev.nanokit.engine.config.tree.TreeReader;
import dev.nanokit.engine.source.Problem;
import dev.nanokit.engine.source.Problems;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;

class MergerPropertiesTest {
    @Property(edgeCases = EdgeCasesMode.NONE)
    void layingTheSameOverrideOverTwiceChangesNothing(
            @ForAll("blocks") JsonNode baseJson, @ForAll("blocks") JsonNode overrideJson) {
        Node.Mapping base = base(baseJson);
        Node.Mapping override = override(overrideJson);

        Node.Mapping once = merge(base, override);

        assertThat(merge(once, override)).isEqualTo(once);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void anEmptyOverrideChangesNothing(@ForAll("blocks") JsonNode json) {
        Node.Mapping base = base(json);
        Node.Mapping nothing = new Node.Mapping(base.place(), Map.of());

        assertThat(merge(base, nothing)).isEqualTo(base);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void nothingIsLeftThatHasNoValue(@ForAll("blocks") JsonNode baseJson, @ForAll("blocks") JsonNode overrideJson) {
        assertHasValues(merge(base(baseJson), override(overrideJson)));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void whatOverridesIsThere(@ForAll("blocks") JsonNode baseJson, @ForAll("blocks") JsonNode overrideJson) {
        Node.Mapping override = override(overrideJson);

        assertCovers(merge(base(baseJson), override), override);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void mergingOnlyEverWarns(@ForAll("blocks") JsonNode baseJson, @ForAll("blocks") JsonNode overrideJson) {
        Problems problems = new Problems();
        new Merger(problems).merge(base(baseJson), override(overrideJson), Path.ROOT);

        assertThat(problems.all()).noneMatch(Problem::isError);
    }

    @Provide
    Arbitrary<JsonNode> blocks() {
        return DocumentArbitrary.of(Vocabulary.BLOCKS);
    }

    private static void assertHasValues(Node node) {
        switch (node) {
            case Node.Mapping mapping -> mapping.entries().values().forEach(entry -> assertHasValues(entry.value()));
            case Node.Scalar scalar -> assertThat(scalar.isNull()).isFalse();
            case Node.Sequence sequence -> sequence.items().forEach(MergerPropertiesTest::assertHasValues);
            case Node.Opaque opaque -> {}
        }
    }

    private static void assertCovers(Node.Mapping merged, Node.Mapping override) {
        override.entries().forEach((key, entry) -> {
            switch (entry.value()) {
                case Node.Scalar scalar
                when scalar.isNull() -> assertThat(merged.get(key)).isEmpty();
                case Node.Mapping inner ->
                    assertCovers((Node.Mapping) merged.get(key).orElseThrow(), inner);
                default -> assertThat(merged.entries().get(key)).isEqualTo(entry);
            }
        });
    }

    private static Node.Mapping merge(Node.Mapping base, Node.Mapping override) {
        return new Merger(new Problems()).merge(base, override, Path.ROOT);
    }

    private static Node.Mapping base(JsonNode json) {
        Node.Mapping nothing = new Node.Mapping(tree(json).place(), Map.of());
        return merge(nothing, check().base(tree(json)));
    }

    private static Node.Mapping override(JsonNode json) {
        return check().override("stage", tree(json));
    }

    private static StructureCheck check() {
        return new StructureCheck(Expander.deferring(), new Problems());
    }

    private static Node.Mapping tree(JsonNode json) {
        Node node = new TreeReader(Limits.STANDARD)
                .read("nanokit.yml", json.toString(), new Problems())
                .orElseThrow();
        return node instanceof Node.Mapping mapping ? mapping : new Node.Mapping(node.place(), Map.of());
    }
}
