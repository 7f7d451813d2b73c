package dev.nanokit.bench.harness;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** Outcomes as Markdown tables: one for each metric of a race, a line for each contender. */
public final class Markdown {
    private static final MathContext THREE_DIGITS = new MathContext(3);

    private Markdown() {}

    public static String of(Outcome outcome) {
        StringBuilder text = new StringBuilder("### ").append(outcome.title()).append("\n\n");
        outcome.byMetric()
                .forEach((metric, lanes) -> text.append(table(metric, lanes)).append('\n'));
        outcome.notes().forEach(note -> text.append("- ").append(note).append('\n'));
        return text.append(outcome.notes().isEmpty() ? "" : "\n").toString();
    }

    private static String table(Metric metric, List<Outcome.Lane> lanes) {
        StringBuilder text =
                new StringBuilder("| %s | median | min – max | times the first |\n| --- | ---: | ---: | ---: |\n"
                        .formatted(metric.heading()));
        Samples first = lanes.getFirst().samples().get(metric);
        for (Outcome.Lane lane : lanes) {
            Samples samples = lane.samples().get(metric);
            text.append("| %s | %s | %s – %s | %s |\n"
                    .formatted(
                            lane.name(),
                            rounded(samples.median()),
                            rounded(samples.min()),
                            rounded(samples.max()),
                            ratio(samples.over(first))));
        }
        return text.toString();
    }

    private static String ratio(Samples ratio) {
        return ratio.min() == 1 && ratio.max() == 1
                ? "1"
                : "**%s** (%s – %s)".formatted(rounded(ratio.median()), rounded(ratio.min()), rounded(ratio.max()));
    }

    /** Three significant digits, and never fewer than the whole number has. */
    static String rounded(double value) {
        BigDecimal exact = BigDecimal.valueOf(value);
        BigDecimal rounded =
                Math.abs(value) >= 1000 ? exact.setScale(0, java.math.RoundingMode.HALF_UP) : exact.round(THREE_DIGITS);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
