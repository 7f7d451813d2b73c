package dev.nanokit.github.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The waves of a plan, read back from the Mermaid flowchart that the check holds, for whoever has no Mermaid at hand.
 *
 * @param waves from left to right
 */
public record Waves(List<Wave> waves) {
    private static final Pattern BOX = Pattern.compile("  subgraph w\\d+ \\[\"([^\"]*)\"]");
    private static final Pattern NODE = Pattern.compile("    w\\d+n\\d+\\[\"([^\"]*)\"](?::::(\\w+))?");
    private static final Pattern REST = Pattern.compile("  w\\d+\\[\"([^\"]*)\"]");
    private static final Pattern NUMBERED = Pattern.compile("#(\\d{1,7});");

    public Waves {
        waves = List.copyOf(waves);
    }

    /** @param title {@code Wave 1} */
    public record Wave(String title, List<Step> steps) {
        public Wave {
            steps = List.copyOf(steps);
        }
    }

    /** @param style {@code create}, {@code change}, {@code lose} or {@code keep}; empty for none */
    public record Step(String label, String style) {}

    /** Empty when the graph is none of ours. */
    public static Optional<Waves> read(String mermaid) {
        List<Wave> waves = new ArrayList<>();
        String title = null;
        List<Step> steps = new ArrayList<>();
        for (String line : mermaid.lines().toList()) {
            Matcher box = BOX.matcher(line);
            Matcher node = NODE.matcher(line);
            Matcher rest = REST.matcher(line);
            if (box.matches()) {
                title = text(box.group(1));
            } else if (node.matches()) {
                steps.add(new Step(text(node.group(1)), node.group(2) == null ? "" : node.group(2)));
            } else if (rest.matches()) {
                waves.add(new Wave(text(rest.group(1)), List.of()));
            } else if (line.equals("  end") && title != null) {
                waves.add(new Wave(title, steps));
                steps.clear();
            }
        }
        return waves.isEmpty() ? Optional.empty() : Optional.of(new Waves(waves));
    }

    private static String text(String label) {
        return NUMBERED.matcher(label).replaceAll(number -> Matcher.quoteReplacement(character(number.group(1))));
    }

    private static String character(String number) {
        int c = Integer.parseInt(number);
        return Character.isValidCodePoint(c) && !Character.isISOControl(c) ? Character.toString(c) : "?";
    }
}
