package dev.nanokit.state.table.sqlite;

import java.util.Optional;

/**
 * The sort keys from one on, up to where a prefix ends, in the order of UTF-8's bytes (which is that of code points).
 *
 * @param from included
 * @param to not included; empty where nothing comes after the prefix
 */
record SortRange(String from, Optional<String> to) {
    private static final int LAST_BEFORE_SURROGATES = Character.MIN_SURROGATE - 1;

    static SortRange of(String prefix) {
        return new SortRange(prefix, end(prefix));
    }

    /** What is left of the range after a key: it begins with the least text that is greater. */
    SortRange after(String sort) {
        return new SortRange(sort + '\0', to);
    }

    private static Optional<String> end(String prefix) {
        if (prefix.isEmpty()) {
            return Optional.empty();
        }
        int last = prefix.codePointBefore(prefix.length());
        String rest = prefix.substring(0, prefix.length() - Character.charCount(last));
        if (last == Character.MAX_CODE_POINT) {
            return end(rest);
        }
        int next = last == LAST_BEFORE_SURROGATES ? Character.MAX_SURROGATE + 1 : last + 1;
        return Optional.of(rest + Character.toString(next));
    }
}
