package dev.nanokit.github.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What every page has around it: it loads nothing, and runs nothing. */
final class HtmlPage {
    private HtmlPage() {}

    /**
     * @param heading any text
     * @param body HTML
     */
    static String of(String heading, String body) {
        return """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%1$s</title>
            <style>
            %2$s</style>
            </head>
            <body>
            <h1>%1$s</h1>
            %3$s</body>
            </html>
            """.formatted(Html.text(heading), style(), body);
    }

    private static String style() {
        try (InputStream css = HtmlPage.class.getResourceAsStream("check-page.css")) {
            return new String(
                    Objects.requireNonNull(css, "check-page.css is missing").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
