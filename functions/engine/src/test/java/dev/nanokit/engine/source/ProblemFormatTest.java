package dev.nanokit.engine.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ProblemFormatTest {
    private static final Place PLACE = new Place("nanokit.yml", 3, 5);

    @Test
    void aProblemBeginsWithItsPlaceAndEndsWithWhatToDo() {
        assertThat(ProblemFormat.render(Problem.error(PLACE, "what", "why", "fix")))
                .isEqualTo("nanokit.yml:3:5: error: what\n    why: why\n    fix: fix");
    }

    @Test
    void whatIsEmptyIsLeftOut() {
        assertThat(ProblemFormat.render(Problem.warning(PLACE, "what", "", "fix")))
                .isEqualTo("nanokit.yml:3:5: warning: what\n    fix: fix");
    }

    @Test
    void problemsStandInTheOrderOfTheFileEachOnce() {
        Problems problems = new Problems();
        problems.error(new Place("nanokit.yml", 9, 1), "last", "", "");
        problems.warning(new Place("nanokit.yml", 3, 7), "second", "", "");
        problems.error(PLACE, "first", "", "");
        problems.error(PLACE, "first", "", "");

        assertThat(ProblemFormat.render(problems.all())).isEqualTo("""
                        nanokit.yml:3:5: error: first
                        nanokit.yml:3:7: warning: second
                        nanokit.yml:9:1: error: last""");
    }

    @Test
    void warningsAloneStopNothing() {
        Problems problems = new Problems();
        problems.warning(PLACE, "careful", "", "");
        problems.throwIfErrors();

        problems.error(PLACE, "wrong", "", "");
        assertThatThrownBy(problems::throwIfErrors)
                .isInstanceOfSatisfying(
                        InvalidConfigException.class,
                        e -> assertThat(e.problems()).extracting(Problem::what).containsExactly("wrong"));
    }

    @Test
    void aFileWithMoreErrorsThanAnybodyReadsIsGivenUp() {
        Problems problems = new Problems();

        assertThatThrownBy(() -> {
                    for (int line = 1; line <= 5_000; line++) {
                        problems.error(new Place("nanokit.yml", line, 1), "wrong", "", "");
                    }
                })
                .isInstanceOfSatisfying(
                        InvalidConfigException.class,
                        e -> assertThat(e.problems()).hasSize(Problems.MOST));
    }
}
