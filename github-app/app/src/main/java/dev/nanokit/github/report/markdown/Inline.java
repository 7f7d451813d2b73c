package dev.nanokit.github.report.markdown;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Pieces of a line of Markdown. */
public final class Inline {
    /** A word joiner, between what GitHub would otherwise take for a mention, a link or an emoji. Takes no room. */
    public static final String APART = "\u2060";

    private static final int LONGEST_PROSE = 1_000;
    private static final int LONGEST_CODE = 200;

    private static final Pattern MENTION = Pattern.compile("@(?=[A-Za-z0-9])");
    private static final Pattern REFERENCE = Pattern.compile("(?i)#(?=\\d)|GH-(?=\\d)");
    private static final Pattern URL = Pattern.compile("(?i):(?=//)|www(?=\\.)");
    private static final Pattern EMOJI = Pattern.compile(":(?=[a-z0-9_+-]+:)");
    private static final Pattern LIST_OR_HEADING = Pattern.compile("^([-+#=])(?=[-+#= ]|$)|^(\\d{1,9})([.)])(?= |$)");
    private static final Pattern LOGIN = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9-]{0,98}[A-Za-z0-9])?(?:\\[bot])?");
    private static final Pattern SAFE_URL = Pattern.compile("https?://[A-Za-z0-9-._~:/?#@!$&*+,;=%]+");

    private Inline() {}

    /** Text that somebody else wrote, as nothing but text. */
    public static String prose(String text) {
        String line =
                text.lines().map(String::strip).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
        String escaped = escaped(apart(Visible.line(line, LONGEST_PROSE)));
        return LIST_OR_HEADING.matcher(escaped).replaceFirst(found -> Matcher.quoteReplacement(asText(found)));
    }

    private static String asText(MatchResult marker) {
        return marker.group(1) == null ? marker.group(2) + "\\" + marker.group(3) : "\\" + marker.group(1);
    }

    private static String apart(String text) {
        String noMentions = MENTION.matcher(text).replaceAll("$0" + APART);
        String noReferences = REFERENCE.matcher(noMentions).replaceAll("$0" + APART);
        String noUrls = URL.matcher(noReferences).replaceAll("$0" + APART);
        return EMOJI.matcher(noUrls).replaceAll("$0" + APART);
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '\\', '`', '*', '[', ']', '|', '~' -> escaped.append('\\').append(c);
                case '_' -> escaped.append(insideWord(text, i) ? "_" : "\\_");
                case '$' -> escaped.append("<span>$</span>");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private static boolean insideWord(String text, int at) {
        return at > 0
                && at < text.length() - 1
                && Character.isLetterOrDigit(text.charAt(at - 1))
                && Character.isLetterOrDigit(text.charAt(at + 1));
    }

    /** A code span of what somebody else wrote. Not for cells of tables: see {@link #codeCell}. */
    public static String code(String text) {
        return span(Visible.line(text, LONGEST_CODE));
    }

    /** A code span in a table, where {@code |} would end the cell even in code. */
    public static String codeCell(String text) {
        return span(Visible.line(text, LONGEST_CODE).replace("|", "\\|"));
    }

    private static String span(String text) {
        if (text.isBlank()) {
            return "`\"" + text + "\"`";
        }
        String ticks = "`".repeat(Fence.longestRun(text, '`') + 1);
        boolean padded = text.startsWith("`") || text.endsWith("`") || (text.startsWith(" ") && text.endsWith(" "));
        return padded ? ticks + " " + text + " " + ticks : ticks + text + ticks;
    }

    /** A link, where the address is one that can stand in a link; else the words alone. */
    public static String link(String markdown, String url) {
        return SAFE_URL.matcher(url).matches() ? "[" + markdown + "](" + url.replace("&", "&amp;") + ")" : markdown;
    }

    /** Calls somebody at GitHub, by a login that is one. */
    public static String mention(String login) {
        return LOGIN.matcher(login).matches() && !login.endsWith("]") ? "@" + login : code(login);
    }
}
