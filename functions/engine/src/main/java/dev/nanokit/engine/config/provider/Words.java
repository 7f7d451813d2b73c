package dev.nanokit.engine.config.provider;

import dev.nanokit.engine.config.ProviderId;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Lists as a sentence needs them. */
public final class Words {
    private static final int SHOWN = 20;

    private Words() {}

    /** {@code a}, {@code a and b}, {@code a, b and c}. */
    public static String and(List<String> words) {
        return joined(words, " and ");
    }

    /** {@code a}, {@code a or b}, {@code a, b or c}. */
    public static String or(List<String> words) {
        return joined(words, " or ");
    }

    /** The first of them, and how many more there are. */
    public static String first(Collection<String> words) {
        String first = words.stream().limit(SHOWN).collect(Collectors.joining(", "));
        return words.size() > SHOWN ? first + " and " + (words.size() - SHOWN) + " more" : first;
    }

    public static String providers(List<ProviderId> providers) {
        return and(providers.stream().map(ProviderId::id).toList());
    }

    private static String joined(List<String> words, String last) {
        return words.size() < 2
                ? String.join("", words)
                : String.join(", ", words.subList(0, words.size() - 1)) + last + words.getLast();
    }
}
