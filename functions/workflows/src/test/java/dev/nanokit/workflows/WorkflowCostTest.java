package dev.nanokit.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.state.RamDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an apply costs grows with what it changes, and with nothing else. */
class WorkflowCostTest {
    @TempDir(factory = RamDisk.class)
    Path folder;

    @Test
    void eachChangeIsOneTransitionAndOneCall() throws IOException {
        WorkflowCost one = apply(1);
        WorkflowCost ten = apply(10);
        WorkflowCost hundred = apply(100);

        assertThat(ten.transitions() - one.transitions()).isEqualTo(9);
        assertThat(hundred.transitions() - one.transitions()).isEqualTo(99);
        assertThat(hundred.calls() - one.calls()).isEqualTo(99);
        assertThat(one.transitions()).isLessThan(25);
        assertThat(one.calls()).isLessThan(10);
    }

    @Test
    void tableIsReadAndWrittenInLineWithTheChanges() throws IOException {
        WorkflowCost ten = apply(10);
        WorkflowCost hundred = apply(100);

        assertThat(hundred.itemsWritten()).isLessThan(10 * ten.itemsWritten());
        assertThat(hundred.itemsRead()).isLessThan(10 * ten.itemsRead());
        assertThat(hundred.itemsWritten()).isLessThan(100 * 12);
        assertThat(hundred.itemsRead()).isLessThan(100 * 16);
    }

    @Test
    void moreThanABatchTakesAnotherRound() throws IOException {
        WorkflowCost hundred = apply(100);
        WorkflowCost more = apply(150);

        assertThat(more.transitions() - hundred.transitions()).isBetween(50, 60);
    }

    private WorkflowCost apply(int changes) throws IOException {
        return WorkflowCost.ofApply(Files.createTempDirectory(folder, "apply"), changes);
    }
}
