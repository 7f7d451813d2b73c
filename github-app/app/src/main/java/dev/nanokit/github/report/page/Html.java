package dev.nanokit.github.report.page;

import org.commonmark.renderer.html.HtmlWriter;

/** Text in HTML. */
final class Html {
    private Html() {}

    /** The text, with whatever means something in HTML as an entity; good in attributes too. */
    static String text(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        new HtmlWriter(escaped).text(text);
        return escaped.toString().replace("'", "&#39;");
    }
}
