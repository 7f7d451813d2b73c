package dev.nanokit.github.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.github.api.CheckRun;
import dev.nanokit.github.report.markdown.Blocks;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemarkTest {
    private static final String REFUSED = Remark.refused("eve", "apply", "`apply` needs write permission.");

    private static CheckRun planned() {
        return CheckRenderer.render(Samples.SUBJECT, new CheckState.Planned(Samples.plan(), Samples.PLACES));
    }

    @Test
    void remarkStandsAboveWhatTheCheckShows() {
        CheckRun remarked = Remark.on(planned(), REFUSED);

        assertThat(remarked.summary())
                .isEqualTo("❌ @eve pressed *Apply*: `apply` needs write permission.\n\n---\n\n"
                        + planned().summary());
        assertThat(remarked.saying(planned().summary(), planned().text())).isEqualTo(planned());
    }

    @Test
    void noRemarkChangesNothing() {
        assertThat(Remark.on(planned(), "")).isEqualTo(planned());
    }

    @Test
    void remarkNeverMakesACheckTooLong() {
        CheckRun full = planned().saying("line of the check\n".repeat(4_000).substring(0, Limits.CHECK_TEXT), "");

        String summary = Remark.on(full, REFUSED).summary();

        assertThat(Blocks.bytes(summary)).isLessThanOrEqualTo(Limits.CHECK_TEXT);
        assertThat(summary).startsWith("❌ @eve").contains("line of the check").endsWith("…");
    }

    @Test
    void loginThatIsNoneIsOnlyText() {
        assertThat(Remark.refused("@everyone](x)", "unlock", "No.")).startsWith("❌ `@everyone](x)` pressed *Unlock*");
    }

    @Test
    void unlockSaysWhoseLocksItCleared() {
        assertThat(Remark.unlocked("ada", "production", List.of(), Samples.NOW))
                .isEqualTo("✅ @ada pressed *Unlock*: nothing was locked in `production`.");
    }
}
