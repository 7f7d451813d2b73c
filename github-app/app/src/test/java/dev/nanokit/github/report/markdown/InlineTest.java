package dev.nanokit.github.report.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InlineTest {
    @ParameterizedTest
    @CsvSource(delimiter = '§', quoteCharacter = '¬', textBlock = """
                    plain text, (really): it's "quoted" 1.8 s § plain text, (really): it's "quoted" 1.8 s
                    a_b is a word, _c_ is not               § a_b is a word, \\_c\\_ is not
                    <b>&amp;                                § &lt;b&gt;&amp;amp;
                    `code` *bold* ~gone~ [x](y) a|b \\c     § \\`code\\` \\*bold\\* \\~gone\\~ \\[x\\](y) a\\|b \\\\c
                    - item                                  § \\- item
                    1. item                                 § 1\\. item
                    # heading                               § \\# heading
                    --force is an option                    § \\--force is an option
                    """)
    void proseStaysProse(String text, String markdown) {
        assertThat(Inline.prose(text)).isEqualTo(markdown);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '§', textBlock = """
                    @octocat            § @⁠octocat
                    acme/shop#12        § acme/shop#⁠12
                    GH-12               § GH-⁠12
                    https://x.example   § https:⁠//x.example
                    WWW.x.example       § WWW⁠.x.example
                    :tada:              § :⁠tada:
                    """)
    void whatGitHubWouldLinkByItselfIsHeldApart(String text, String markdown) {
        assertThat(Inline.prose(text)).isEqualTo(markdown);
    }

    @Test
    void codeHoldsBackticksBlanksAndNothing() {
        assertThat(Inline.code("a`b")).isEqualTo("``a`b``");
        assertThat(Inline.code("`a``")).isEqualTo("``` `a`` ```");
        assertThat(Inline.code("")).isEqualTo("`\"\"`");
        assertThat(Inline.code("a\nb")).isEqualTo("`a\\nb`");
        assertThat(Inline.codeCell("a|b")).isEqualTo("`a\\|b`");
    }

    @Test
    void whatDoesNotShowIsMadeVisible() {
        assertThat(Visible.line("a\u202eb\u200bc\u0007d\u00a0e\ud83d"))
                .isEqualTo("a\\u{202e}b\\u{200b}c\\u{7}d\\u{a0}e\\u{d83d}");
        assertThat(Visible.lines("a\r\nb\tc")).isEqualTo("a\nb\tc");
        assertThat(Visible.cut("😀😀😀", 8)).isEqualTo("😀…");
    }

    @Test
    void onlyAnAddressOfTheWebBecomesALink() {
        assertThat(Inline.link("x", "https://a.example/b?c=d")).isEqualTo("[x](https://a.example/b?c=d)");
        assertThat(Inline.link("x", "https://a.example/?a=1&lt;2")).isEqualTo("[x](https://a.example/?a=1&amp;lt;2)");
        assertThat(Inline.link("x", "https://a.example/\u2028b")).isEqualTo("x");
        assertThat(Inline.link("x", "javascript:alert(1)")).isEqualTo("x");
        assertThat(Inline.link("x", "https://a.example/) <b>")).isEqualTo("x");
        assertThat(Inline.link("x", "")).isEqualTo("x");
    }

    @Test
    void aFenceIsLongerThanAnyInItsContent() {
        assertThat(Fence.of("diff", "+ ````")).isEqualTo("`````diff\n+ ````\n`````");
    }
}
