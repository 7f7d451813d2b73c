package dev.nanokit.engine.config.provider;

import dev.nanokit.engine.config.ProviderId;
import java.util.List;

/** Lists as a sentence needs them. */
public final class Words {
    private Words() {}

    /** {@code a}, {@code a and b}, {@code a, b and c}. */
    public static String and(List<String> words) {
        return words.size() < 2
                ? String.join("", words)
                : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
    }

    public static String providers(List<ProviderId> providers) {
        return and(providers.stream().map(ProviderId::id).toList());
    }
}
