package dev.nanokit.github.report.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * HTML inside Markdown, with the few tags that our own Markdown uses. Comments go, as GitHub does not show them; every
 * other tag becomes text.
 */
final class SafeTags {
    private static final Pattern PART = Pattern.compile(
            "(<!--.*?-->)|(</?(?:details|summary|b|sub|span)>|<details open>)|([^<]+|<)", Pattern.DOTALL);
    private static final Pattern ENTITY = Pattern.compile("&amp;(#?\\w{1,31};)");

    private SafeTags() {}

    static String of(String html) {
        StringBuilder safe = new StringBuilder();
        Matcher part = PART.matcher(html);
        while (part.find()) {
            if (part.group(2) != null) {
                safe.append(part.group(2));
            } else if (part.group(3) != null) {
                safe.append(ENTITY.matcher(Html.text(part.group(3))).replaceAll("&$1"));
            }
        }
        return safe.toString();
    }
}
