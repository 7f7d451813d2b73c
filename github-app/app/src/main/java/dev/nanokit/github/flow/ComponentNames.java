package dev.nanokit.github.flow;

import java.util.Locale;

/** What to call a component whose file can't be read. */
final class ComponentNames {
    private static final int LONGEST = 40;

    private ComponentNames() {}

    /** {@code services-api} of {@code services/api/nanokit.yml}; {@code main} of the root's. */
    static String ofFolder(String path) {
        int slash = path.lastIndexOf('/');
        String folder = slash < 0 ? "" : path.substring(0, slash).toLowerCase(Locale.ROOT);
        String name = folder.replaceAll("[^a-z0-9]+", "-").replaceAll("^[^a-z]+", "");
        String cut = name.substring(0, Math.min(LONGEST, name.length())).replaceAll("-+$", "");
        return cut.isEmpty() ? "main" : cut;
    }
}
