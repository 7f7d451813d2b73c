package dev.nanokit.github.report.page;

import java.util.Optional;

/** The waves as boxes from left to right. */
final class WaveDrawing {
    private WaveDrawing() {}

    static Optional<String> of(String mermaid) {
        return Waves.read(mermaid).map(WaveDrawing::draw);
    }

    private static String draw(Waves waves) {
        StringBuilder html = new StringBuilder("<div class=\"waves\">");
        for (Waves.Wave wave : waves.waves()) {
            html.append("<div class=\"wave\"><div class=\"title\">")
                    .append(Html.text(wave.title()))
                    .append("</div>");
            wave.steps()
                    .forEach(step -> html.append("<div class=\"step ")
                            .append(Html.text(step.style()))
                            .append("\">")
                            .append(Html.text(step.label()))
                            .append("</div>"));
            html.append("</div>");
        }
        return html.append("</div>").toString();
    }
}
