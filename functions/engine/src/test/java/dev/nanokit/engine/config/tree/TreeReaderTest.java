package dev.nanokit.engine.config.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.nanokit.engine.source.InvalidConfigException;
import dev.nanokit.engine.source.Place;
import dev.nanokit.engine.source.Problem;
import dev.nanokit.engine.source.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreeReaderTest {
    private static final Limits TIGHT = new Limits(200, 3, 2, 12);

    @ParameterizedTest
    @CsvSource({
        "no, TEXT",
        "on, TEXT",
        "yes, TEXT",
        "True, BOOLEAN",
        "false, BOOLEAN",
        "~, NULL",
        "Null, NULL",
        "16, INTEGER",
        "0x1F, INTEGER",
        "0o17, INTEGER",
        "007, INTEGER",
        "1.10, DECIMAL",
        "1e3, DECIMAL",
        ".inf, DECIMAL",
        "'\"16\"', TEXT",
        "1.2.3, TEXT",
        "2026-11-24, TEXT",
        "1_000, TEXT",
        "${PORT}, TEXT",
        "0b1, TEXT"
    })
    void scalarsAreWhatTheCoreSchemaOfYaml12Says(String text, ScalarKind kind) {
        Node.Mapping root = read("a: " + text);

        assertThat(root.get("a"))
                .get()
                .isInstanceOfSatisfying(
                        Node.Scalar.class, scalar -> assertThat(scalar.kind()).isEqualTo(kind));
    }

    @Test
    void keysAreTextWhateverTheyLookLike() {
        assertThat(read("on: 1\n1.0: 2\ntrue: 3\n\"<<\": 4").entries()).containsOnlyKeys("on", "1.0", "true", "<<");
    }

    @Test
    void everyValueAndEveryKeyHasItsPlace() {
        Node.Mapping root = read("a:\n  b: [x, {c: y}]\n");
        Node.Mapping a = (Node.Mapping) root.get("a").orElseThrow();
        Node.Sequence b = (Node.Sequence) a.get("b").orElseThrow();

        assertThat(root.entries().get("a").key()).isEqualTo(new Place("f", 1, 1));
        assertThat(a.entries().get("b").key()).isEqualTo(new Place("f", 2, 3));
        assertThat(b.place()).isEqualTo(new Place("f", 2, 6));
        assertThat(b.items().get(0).place()).isEqualTo(new Place("f", 2, 7));
        assertThat(((Node.Mapping) b.items().get(1)).get("c").orElseThrow().place())
                .isEqualTo(new Place("f", 2, 14));
    }

    @Test
    void anAliasStandsWhereItsAnchorDoes() {
        Node.Mapping root = read("a: &x 1\nb: *x");

        assertThat(root.get("b").orElseThrow().place()).isEqualTo(new Place("f", 1, 4));
    }

    @Test
    void ownKeysBeatMergedOnesAndEarlierMergedOnesBeatLater() {
        Node.Mapping root = read("x: &x {a: 1, b: 1}\ny: &y {b: 2, c: 2}\nz: {c: 3, <<: [*x, *y]}");
        Node.Mapping z = (Node.Mapping) root.get("z").orElseThrow();

        assertThat(z.entries().keySet()).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(text(z, "b")).isEqualTo("1");
        assertThat(text(z, "c")).isEqualTo("3");
    }

    @Test
    void theCommentsOfAFileAreNoDocument() {
        assertThat(new TreeReader(Limits.STANDARD).read("f", "# nothing\n", new Problems()))
                .isEmpty();
    }

    @Test
    void aFileAtItsLimitsIsRead() {
        assertThat(read("a: {b: 1}\nc: [2]", TIGHT).entries()).containsOnlyKeys("a", "c");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a: [[[1]]]                                   | nested deeper than 3 levels
                    a: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]           | more than 12 values
                    {a: &a [1], b: [*a]}                         | nested deeper than 3 levels
                    {a: &a 1, b: *a, c: *a, d: *a}               | more than 2 aliases
                    {a: &a [1, 2], b: *a, c: *a}                 | more than 12 values
                    """)
    void aFileBeyondALimitIsRefusedWithTheLimit(String text, String what) {
        assertThat(refusal(text).what()).contains(what);
    }

    @Test
    void aFileThatIsTooLongIsRefusedBeforeItIsLookedAt() {
        assertThat(refusal("[".repeat(201)).what()).isEqualTo("the file has 201 characters");
    }

    @Test
    void aliasesThatMultiplyDoNotExhaustTheMachine() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 40; i++) {
            String alias = "*a" + (i - 1);
            bomb.append("a%d: &a%d [%s, %s, %s, %s]%n".formatted(i, i, alias, alias, alias, alias));
        }

        InvalidConfigException refusal = catchThrowableOfType(
                InvalidConfigException.class,
                () -> new TreeReader(Limits.STANDARD).read("f", bomb.toString(), new Problems()));

        assertThat(refusal.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).contains("more than 250000 values"));
    }

    private static String text(Node.Mapping mapping, String key) {
        return ((Node.Scalar) mapping.get(key).orElseThrow()).text();
    }

    private static Problem refusal(String text) {
        return catchThrowableOfType(
                        InvalidConfigException.class, () -> new TreeReader(TIGHT).read("f", text, new Problems()))
                .problems()
                .getFirst();
    }

    private static Node.Mapping read(String text) {
        return read(text, Limits.STANDARD);
    }

    private static Node.Mapping read(String text, Limits limits) {
        Problems problems = new Problems();
        Node root = new TreeReader(limits).read("f", text, problems).orElseThrow();
        assertThat(problems.all()).isEmpty();
        return (Node.Mapping) root;
    }
}
