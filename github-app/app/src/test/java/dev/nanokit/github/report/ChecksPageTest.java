package dev.nanokit.github.report;

import dev.nanokit.github.Golden;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ChecksPageTest {
    @Test
    void thePageUnderDocsShowsWhatIsSent() {
        Golden.assertIs(Path.of("../../docs/checks.md"), ChecksPage.markdown());
    }
}
