package dev.nanokit.bench.harness;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * How a race went.
 *
 * @param lanes the first one's values are the measure of the others'
 * @param notes what a reader must know: a peer that is not installed, what differs between the contenders
 */
public record Outcome(String title, List<Lane> lanes, List<String> notes) {
    public Outcome {
        lanes = List.copyOf(lanes);
        notes = List.copyOf(notes);
    }

    /** One contender's figures. */
    public record Lane(String name, SequencedMap<Metric, Samples> samples) {}

    public Outcome with(List<String> moreNotes) {
        return new Outcome(
                title,
                lanes,
                java.util.stream.Stream.concat(notes.stream(), moreNotes.stream())
                        .toList());
    }

    /** Metric by metric: each lane that has it. */
    public Map<Metric, List<Lane>> byMetric() {
        Map<Metric, List<Lane>> lanesByMetric = new java.util.EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            List<Lane> having = lanes.stream()
                    .filter(lane -> lane.samples().containsKey(metric))
                    .toList();
            if (!having.isEmpty()) {
                lanesByMetric.put(metric, having);
            }
        }
        return lanesByMetric;
    }
}
