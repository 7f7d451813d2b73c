package dev.nanokit.bench.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTest {
    @Test
    void eachMetricHasATableOfThoseWhoHaveIt() {
        Outcome outcome = new Outcome(
                "Fifty containers",
                List.of(
                        lane("nkapp", Map.of(Metric.WALL, List.of(100.0, 110.0, 300.0), Metric.REQUESTS, List.of(3.0))),
                        lane("peer", Map.of(Metric.WALL, List.of(250.0, 220.0, 450.0)))),
                List.of("the peer is not asked to plan"));

        assertThat(Markdown.of(outcome)).isEqualTo("""
                ### Fifty containers

                | wall time, ms | median | min – max | times the first |
                | --- | ---: | ---: | ---: |
                | nkapp | 110 | 100 – 300 | 1 |
                | peer | 250 | 220 – 450 | **2** (1.5 – 2.5) |

                | requests | median | min – max | times the first |
                | --- | ---: | ---: | ---: |
                | nkapp | 3 | 3 – 3 | 1 |

                - the peer is not asked to plan

                """);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.01234, 0.0123", "1, 1", "12.345, 12.3", "999.6, 1000", "12345.6, 12346"})
    void figuresHaveThreeDigitsAndWholeNumbersAllOfTheirs(double value, String text) {
        assertThat(Markdown.rounded(value)).isEqualTo(text);
    }

    private static Outcome.Lane lane(String name, Map<Metric, List<Double>> figures) {
        TreeMap<Metric, Samples> samples = new TreeMap<>();
        figures.forEach((metric, values) -> samples.put(metric, new Samples(values)));
        return new Outcome.Lane(name, samples);
    }
}
