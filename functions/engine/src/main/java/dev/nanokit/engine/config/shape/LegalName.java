package dev.nanokit.engine.config.shape;

import java.text.Normalizer;
import java.util.Locale;

/** Names of projects, components, environments and of what a file declares. */
public final class LegalName {
    public static final int MAX_LENGTH = 40;

    private static final String FALLBACK = "app";

    private LegalName() {}

    public static boolean is(String name) {
        return Format.NAME.matches(name);
    }

    /** The legal name that is nearest to this one. */
    public static String nearest(String name) {
        String ascii = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
        String legal =
                ascii.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^[^a-z]+", "");
        String cut = legal.length() > MAX_LENGTH ? legal.substring(0, MAX_LENGTH) : legal;
        String trimmed = cut.endsWith("-") ? cut.substring(0, cut.length() - 1) : cut;
        return trimmed.isEmpty() ? FALLBACK : trimmed;
    }
}
