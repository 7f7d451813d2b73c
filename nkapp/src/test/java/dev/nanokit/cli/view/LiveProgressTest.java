package dev.nanokit.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.cli.Samples;
import dev.nanokit.cli.report.Blockade;
import dev.nanokit.cli.terminal.Style;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.stages.RunEvent;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LiveProgressTest {
    private static final String ERASE_ONE_LINE = "\r\u001b[1A\u001b[J";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final AtomicLong nanos = new AtomicLong();
    private final LiveProgress live = new LiveProgress(
            new PrintStream(bytes, true, StandardCharsets.UTF_8),
            Style.PLAIN,
            new RunLines(Style.PLAIN, false),
            nanos::get);

    @Test
    void whatRunsIsRedrawnInPlaceWithItsAge() {
        live.event(new RunEvent.ChangeStarted(Samples.updateWeb()));
        assertThat(drawn()).isEqualTo("⠋ container web-1  updating  0s\n");

        nanos.addAndGet(Duration.ofSeconds(12).toNanos());
        live.draw();
        assertThat(drawn()).isEqualTo(ERASE_ONE_LINE + "⠙ container web-1  updating  12s\n");
    }

    @Test
    void aProvidersOwnWordsReplaceTheVerb() {
        live.event(new RunEvent.ChangeStarted(Samples.updateWeb()));
        live.event(new RunEvent.ChangeProgress(new ResourceKey("container", "web-1"), "pulling nginx:1.27 42%"));

        assertThat(drawn()).endsWith("⠋ container web-1  pulling nginx:1.27 42%  0s\n");
    }

    @Test
    void whatIsDoneStaysAndWhatRunsIsDrawnBelow() {
        live.event(new RunEvent.ChangeStarted(Samples.updateWeb()));
        live.event(new RunEvent.ChangeStarted(Samples.createNetwork()));
        drawn();
        live.event(new RunEvent.ChangeDone(Samples.updateWeb(), Duration.ofMillis(340)));

        assertThat(drawn())
                .isEqualTo("\r\u001b[2A\u001b[J✓ container web-1  updated  0.3s\n⠋ network default  creating  0s\n");
    }

    @Test
    void theBlockadeIsSaidOnceWhileTheWaitIsCounted() {
        Blockade blockade =
                new Blockade(Samples.blocked(), "nkapp infra unlock --env local", Duration.ZERO, Samples.NOW);
        live.blocked(blockade);
        live.event(new RunEvent.WaitingForLock(Samples.blocked(), Duration.ofSeconds(3)));
        assertThat(drawn())
                .startsWith("Shared modules are being initialized…\n")
                .endsWith("⠋ waiting for the lock  3s\n");

        live.blocked(blockade);
        live.event(new RunEvent.WaitingForLock(Samples.blocked(), Duration.ofSeconds(4)));
        assertThat(drawn()).doesNotContain("Shared modules").endsWith("⠋ waiting for the lock  4s\n");
    }

    @Test
    void moreThanFitIsCounted() {
        for (int i = 0; i < 15; i++) {
            live.event(new RunEvent.ChangeStarted(new dev.nanokit.engine.plan.Change.Create(
                    Samples.resource("container", "web-" + i, dev.nanokit.engine.resource.Section.SERVICES),
                    java.util.Optional.empty(),
                    java.util.List.of("new"),
                    java.util.List.of())));
        }

        assertThat(drawn()).endsWith("⠋ container web-11  creating  0s\n  and 3 more\n");
    }

    @Test
    void nothingIsLeftStandingInTheEnd() {
        live.event(new RunEvent.ChangeStarted(Samples.updateWeb()));
        drawn();
        live.close();
        live.draw();

        assertThat(drawn()).isEqualTo(ERASE_ONE_LINE);
    }

    /** What was written since the last look, without the switches of line wrapping. */
    private String drawn() {
        String text =
                bytes.toString(StandardCharsets.UTF_8).replace("\u001b[?7l", "").replace("\u001b[?7h", "");
        bytes.reset();
        return text;
    }
}
