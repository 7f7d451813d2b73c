package dev.nanokit.github.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.value.Value;
import dev.nanokit.github.report.page.Waves;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class WaveGraphTest {
    @Test
    void aLongPlanShowsItsFirstWavesAndCountsTheRest() {
        Shop shop = new Shop();
        for (int i = 0; i < 30; i++) {
            shop.wants(
                    "container/c" + i,
                    3,
                    Map.of("n", Value.num(i)),
                    i == 0 ? new String[0] : new String[] {"container/c" + (i - 1)});
        }
        String graph = WaveGraph.of(shop.plan());

        assertThat(graph).contains("w12 --> w13", "w13[\"18 more waves\"]").doesNotContain("w14");
    }

    @Test
    void aWideWaveShowsItsFirstChangesAndCountsTheRest() {
        Shop shop = new Shop();
        for (int i = 0; i < 30; i++) {
            shop.wants("container/c" + i, 3, Map.of("n", Value.num(i)));
        }

        assertThat(WaveGraph.of(shop.plan()))
                .contains("w1n8[", "w1n9[\"22 more\"]")
                .doesNotContain("w1n10");
    }

    @Test
    void oneChangeNeedsNoGraph() {
        assertThat(WaveGraph.of(new Shop().wants("container/a", 3, Map.of()).plan()))
                .isEmpty();
    }

    @Property
    void noNameCanMeanAnythingToMermaid(@ForAll @NotEmpty String name) {
        Plan plan = new Shop()
                .wants("container/a" + name, 3, Map.of())
                .wants("container/b", 3, Map.of())
                .plan();
        String graph = WaveGraph.of(plan);

        assertThat(graph.lines().filter(line -> line.contains("w1n")))
                .allMatch(line -> line.matches("    w1n\\d\\[\"create container [-A-Za-z0-9_./ #;…]*\"]:::create"));
        assertThat(graph).matches("(?s)```mermaid\n[^`]*\n```");
        assertThat(Waves.read(graph))
                .hasValueSatisfying(
                        waves -> assertThat(waves.waves().getFirst().steps()).hasSize(2));
    }
}
