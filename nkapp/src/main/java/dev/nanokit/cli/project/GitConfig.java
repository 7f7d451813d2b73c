package dev.nanokit.cli.project;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** As much of git's configuration file as says where the repository came from. */
final class GitConfig {
    private GitConfig() {}

    /** The address of the remote {@code origin}; the last one where it is set more than once, as git takes it. */
    static Optional<String> origin(List<String> lines) {
        Optional<String> url = Optional.empty();
        boolean inOrigin = false;
        for (String raw : lines) {
            String line = raw.strip();
            if (line.startsWith("[")) {
                inOrigin = line.startsWith("[remote \"origin\"]");
            } else if (inOrigin && isUrl(line)) {
                url = Optional.of(unquote(line.substring(line.indexOf('=') + 1).strip()));
            }
        }
        return url.filter(address -> !address.isEmpty());
    }

    private static boolean isUrl(String line) {
        int equals = line.indexOf('=');
        return equals > 0
                && line.substring(0, equals).strip().toLowerCase(Locale.ROOT).equals("url");
    }

    private static String unquote(String value) {
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
