package dev.nanokit.engine.config.shape;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.nanokit.engine.config.Corpus;
import dev.nanokit.engine.config.NanokitSchema;
import dev.nanokit.engine.config.reference.Expander;
import dev.nanokit.engine.config.tree.Limits;
import dev.nanokit.engine.config.tree.Node;
import dev.nanokit.engine.config.tree.TreeReader;
import dev.nanokit.engine.source.InvalidConfigException;
import dev.nanokit.engine.source.Problem;
import dev.nanokit.engine.source.Problems;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An editor that knows the published schema and Nanokit's own check of structure agree about every file. So the schema
 * need not be loaded to read a file, and can't say something else.
 */
class SchemaAgreementTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(NanokitSchema.json(), InputFormat.JSON);

    @ParameterizedTest
    @MethodSource("dev.nanokit.engine.config.Corpus#all")
    void bothAgreeAboutEveryFileOfTheCorpus(Path file) {
        tree(Corpus.text(file)).ifPresent(SchemaAgreementTest::assertAgreement);
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void bothAgreeAboutFilesThatAreNearlyRight(@ForAll("documents") JsonNode document) {
        boolean accepted =
                assertAgreement(tree(JSON.writeValueAsString(document)).orElseThrow());

        Statistics.collect(accepted);
        Statistics.coverage(both -> {
            both.check(true).percentage(share -> share > 20);
            both.check(false).percentage(share -> share > 20);
        });
    }

    @Provide
    Arbitrary<JsonNode> documents() {
        return DocumentArbitrary.of(Vocabulary.FILE);
    }

    private static boolean assertAgreement(Node tree) {
        Problems problems = new Problems();
        new StructureCheck(Expander.deferring(), problems).file(tree);
        List<Problem> ours = problems.errors();
        var theirs = SCHEMA.validate(JSON.writeValueAsString(TreeJson.of(tree)), InputFormat.JSON);

        assertThat(ours.isEmpty())
                .as("ours: %s%ntheirs: %s%nof %s", ours, theirs, TreeJson.of(tree))
                .isEqualTo(theirs.isEmpty());
        return ours.isEmpty();
    }

    private static Optional<Node> tree(String text) {
        Problems problems = new Problems();
        try {
            Optional<Node> tree = new TreeReader(Limits.STANDARD).read("nanokit.yml", text, problems);
            return problems.hasErrors() ? Optional.empty() : tree;
        } catch (InvalidConfigException e) {
            return Optional.empty();
        }
    }
}
