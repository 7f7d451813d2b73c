package dev.nanokit.priming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrimingTest {
    private final List<String> happened = new ArrayList<>();
    private final List<Throwable> complaints = new ArrayList<>();

    @Test
    void rehearsalThatFailsIsToldAndKeepsNoOtherFromIt() {
        Priming priming = new Priming(
                List.of(
                        () -> {
                            throw new IllegalStateException("no network");
                        },
                        () -> {
                            throw new NoClassDefFoundError("a/B");
                        },
                        () -> happened.add("rehearsed")),
                () -> happened.add("forgotten"),
                complaints::add);

        priming.beforeCheckpoint(null);

        assertThat(happened).containsExactly("rehearsed");
        assertThat(complaints).hasExactlyElementsOfTypes(IllegalStateException.class, NoClassDefFoundError.class);
    }

    @Test
    void whatIsRememberedIsForgottenAfterARestore() {
        Priming priming = new Priming(List.of(), () -> happened.add("forgotten"), complaints::add);

        priming.beforeCheckpoint(null);
        assertThat(happened).isEmpty();

        priming.afterRestore(null);
        assertThat(happened).containsExactly("forgotten");
    }
}
