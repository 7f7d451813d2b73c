package dev.nanokit.webhook.trigger;

/** Somebody's words, held to what a comment can be: so long, and without control characters but tabs and line ends. */
final class CommentText {
    /** The longest comment that GitHub takes, in characters. */
    private static final int MAX_LENGTH = 65_536;

    private CommentText() {}

    static String clean(String body) {
        StringBuilder text = new StringBuilder(Math.min(body.length(), MAX_LENGTH));
        for (int i = 0; i < body.length() && i < MAX_LENGTH; i++) {
            char c = body.charAt(i);
            text.append(isControl(c) ? '\uFFFD' : c);
        }
        int last = text.length() - 1;
        if (last >= 0 && Character.isHighSurrogate(text.charAt(last))) {
            text.setLength(last);
        }
        return text.toString();
    }

    private static boolean isControl(char c) {
        return Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t';
    }
}
