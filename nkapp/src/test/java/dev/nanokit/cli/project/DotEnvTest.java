package dev.nanokit.cli.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.nanokit.engine.source.InvalidConfigException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class DotEnvTest {
    @Test
    void eachLineSetsAVariable() {
        assertThat(DotEnv.parse(".env", "A=1\nB = two words \r\nexport C=3\n_D.e-f=x=y\nEMPTY=\n"))
                .containsExactly(
                        entry("A", "1"),
                        entry("B", "two words"),
                        entry("C", "3"),
                        entry("_D.e-f", "x=y"),
                        entry("EMPTY", ""));
    }

    @Test
    void commentsAndEmptyLinesSayNothing() {
        assertThat(DotEnv.parse(".env", "# A=1\n\n   # more\nB=2 # two\nC=a#b\nD=#none\n"))
                .containsExactly(entry("B", "2"), entry("C", "a#b"), entry("D", ""));
    }

    @Test
    void singleQuotesTakeTheTextAsItIs() {
        assertThat(DotEnv.parse(".env", "A='$x \\n # \"y\"' # after\nB='two\nlines'\n"))
                .containsExactly(entry("A", "$x \\n # \"y\""), entry("B", "two\nlines"));
    }

    @Test
    void doubleQuotesKnowEscapes() {
        assertThat(DotEnv.parse(".env", "A=\"a\\nb\\t\\\"c\\\" \\\\ \\$d \\w\"\nB=\"two\nlines\"\nC=3"))
                .containsExactly(entry("A", "a\nb\t\"c\" \\ $d \\w"), entry("B", "two\nlines"), entry("C", "3"));
    }

    @Test
    void theLastOneWinsAndNothingIsExpanded() {
        assertThat(DotEnv.parse(".env", "\uFEFFA=1\nA=2\nB=${A}\n"))
                .containsExactly(entry("A", "2"), entry("B", "${A}"));
    }

    @Test
    void everyBadLineIsNamedAndNoValueIsShown() {
        assertThatThrownBy(() -> DotEnv.parse("app/.env", "A=1\nhunter2\n1B=secret\nC=3\nD=\"hunter3\n"))
                .isInstanceOfSatisfying(InvalidConfigException.class, invalid -> {
                    assertThat(invalid.problems())
                            .extracting(problem -> problem.place() + " " + problem.what())
                            .containsExactly(
                                    "app/.env:2:1 this line is not NAME=value",
                                    "app/.env:3:1 this line is not NAME=value",
                                    "app/.env:5:1 the quote that opens the value of D is never closed");
                    assertThat(invalid).hasMessageNotContainingAny("hunter", "secret");
                });
    }

    @Property
    void anyTextInSingleQuotesComesBack(
            @ForAll @StringLength(max = 30) @CharRange(from = ' ', to = '&') @CharRange(from = '(', to = '~')
                    String text) {
        assertThat(DotEnv.parse(".env", "A='" + text + "'\nB=1"))
                .containsEntry("A", text)
                .containsEntry("B", "1");
    }
}
