package dev.nanokit.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CommandLineTest {
    @Test
    void plainWordsAreGivenAsTheyAre() {
        assertThat(CommandLine.words("node  main.js --port 3000")).containsExactly("node", "main.js", "--port", "3000");
    }

    @Test
    void quotesHoldAWordTogether() {
        assertThat(CommandLine.words("serve --name 'the admin' \"\" a\"b c\"d"))
                .containsExactly("serve", "--name", "the admin", "", "ab cd");
    }

    @Test
    void whatOnlyAShellUnderstandsIsGivenToAShell() {
        assertThat(CommandLine.words("migrate && serve")).containsExactly("/bin/sh", "-c", "migrate && serve");
        assertThat(CommandLine.words("echo $HOME")).first().isEqualTo("/bin/sh");
        assertThat(CommandLine.words("PORT=80 serve")).first().isEqualTo("/bin/sh");
        assertThat(CommandLine.words("cat *.txt")).first().isEqualTo("/bin/sh");
    }

    @Test
    void anEqualsSignInsideAnArgumentNeedsNoShell() {
        assertThat(CommandLine.words("serve --port=80")).containsExactly("serve", "--port=80");
    }

    @Test
    void aQuoteThatIsNotClosedIsRefused() {
        assertThatThrownBy(() -> CommandLine.words("echo 'open")).hasMessage("the quote ' is not closed");
    }
}
