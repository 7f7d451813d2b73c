package dev.nanokit.bench.harness;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Lets contenders take turns: A B C, then C B A, and so on, so that neither a drift of the machine's speed nor the
 * place in a round favours one of them.
 *
 * @param warmUps rounds that are not counted
 * @param rounds rounds that are counted
 */
public record Race(int warmUps, int rounds) {
    /** Runs the race; the first contender is the one that the others are compared with. */
    public Outcome run(String title, List<Contender> contenders) throws Exception {
        for (int round = 0; round < warmUps; round++) {
            for (Contender contender : contenders) {
                contender.trial().run();
            }
        }
        List<Map<Metric, List<Double>>> figures = contenders.stream()
                .<Map<Metric, List<Double>>>map(c -> new EnumMap<>(Metric.class))
                .toList();
        for (int round = 0; round < rounds; round++) {
            for (int turn = 0; turn < contenders.size(); turn++) {
                int lane = round % 2 == 0 ? turn : contenders.size() - 1 - turn;
                contenders
                        .get(lane)
                        .trial()
                        .run()
                        .forEach((metric, value) -> figures.get(lane)
                                .computeIfAbsent(metric, first -> new ArrayList<>())
                                .add(value));
            }
        }
        List<Outcome.Lane> lanes = new ArrayList<>();
        for (int lane = 0; lane < contenders.size(); lane++) {
            TreeMap<Metric, Samples> samples = new TreeMap<>();
            figures.get(lane).forEach((metric, values) -> samples.put(metric, new Samples(values)));
            lanes.add(new Outcome.Lane(contenders.get(lane).name(), samples));
        }
        return new Outcome(title, lanes, List.of());
    }
}
