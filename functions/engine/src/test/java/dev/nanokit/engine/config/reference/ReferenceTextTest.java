package dev.nanokit.engine.config.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nanokit.engine.config.Variables;
import dev.nanokit.engine.config.tree.Node;
import dev.nanokit.engine.config.tree.Path;
import dev.nanokit.engine.config.tree.ScalarKind;
import dev.nanokit.engine.source.Place;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceTextTest {
    private static final Variables VARIABLES =
            Variables.of(Map.of("A", "alpha", "N", "8080", "EMPTY", "", "YES", "true", "REF", "${A}"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ${A}          | alpha
                    x${A}y${N}    | xalphay8080
                    ${B:-beta}    | beta
                    ${EMPTY:-e}   | e
                    ${B:-}x       | x
                    ${A:-beta}    | alpha
                    $${A}         | ${A}
                    $A $$ $       | $A $$ $
                    ${REF}        | ${A}
                    ${B:-a:-b}    | a:-b
                    """)
    void referencesBecomeTheValuesOfVariables(String text, String expanded) {
        assertThat(expand(text).text()).isEqualTo(expanded);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ${N}        | INTEGER
            ${YES}      | BOOLEAN
            ${EMPTY}    | NULL
            ${B:-1.5}   | DECIMAL
            ${A}        | TEXT
            ${N}${N}    | TEXT
            0${N}       | TEXT
            """)
    void oneReferenceAndNothingElseIsTypedAsYamlWould(String text, ScalarKind kind) {
        assertThat(expand(text).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"${", "${A", "${}", "${1}", "${A-b}", "${A:b}", "${A B}", "${ A }", "${A:-${B}}", "${A.B}"})
    void whatIsNoReferenceIsRefused(String text) {
        assertThatThrownBy(() -> ReferenceText.parse(text)).isInstanceOf(ReferenceSyntaxException.class);
    }

    @Property
    void textWithoutReferencesStaysAsItIs(@ForAll String text) {
        if (!ReferenceText.isIn(text)) {
            assertThat(expand(text).text()).isEqualTo(text);
        }
    }

    private static Node.Scalar expand(String text) {
        Node.Scalar scalar = new Node.Scalar(new Place("f", 1, 1), text, ScalarKind.TEXT);
        return (Node.Scalar) Expander.of(VARIABLES).expand(scalar, Path.ROOT);
    }
}
