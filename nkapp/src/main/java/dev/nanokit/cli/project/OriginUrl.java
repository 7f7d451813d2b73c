package dev.nanokit.cli.project;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes one name of the many forms in which the same repository is addressed, so that two people who cloned it
 * differently are seen as one owner. Credentials never survive.
 */
final class OriginUrl {
    private static final Pattern WITH_SCHEME =
            Pattern.compile("(?<scheme>[a-zA-Z][a-zA-Z0-9+.-]*)://(?:[^/@]*@)*(?<host>[^/:@]+|\\[[^]]*])"
                    + "(?::(?<port>[0-9]*))?(?:/(?<path>.*))?");
    private static final Pattern LIKE_SCP = Pattern.compile("(?:[^/@]*@)*(?<host>[^/:@]+|\\[[^]]*]):(?<path>.*)");

    private OriginUrl() {}

    /**
     * {@code host/path}, without credentials, default port, {@code .git} or trailing slash: {@code github.com/acme/shop}.
     * Empty when the text names a folder.
     */
    static Optional<String> normalise(String url) {
        Matcher schemed = WITH_SCHEME.matcher(url.strip());
        if (schemed.matches()) {
            String port = port(schemed.group("scheme").toLowerCase(Locale.ROOT), schemed.group("port"));
            return Optional.of(join(schemed.group("host") + port, schemed.group("path")));
        }
        Matcher scp = LIKE_SCP.matcher(url.strip());
        return scp.matches() ? Optional.of(join(scp.group("host"), scp.group("path"))) : Optional.empty();
    }

    private static String port(String scheme, String port) {
        if (port == null || port.isEmpty()) {
            return "";
        }
        boolean usual = switch (scheme) {
            case "https" -> port.equals("443");
            case "http" -> port.equals("80");
            case "ssh", "git+ssh", "ssh+git" -> port.equals("22");
            case "git" -> port.equals("9418");
            default -> false;
        };
        return usual ? "" : ":" + port;
    }

    private static String join(String host, String path) {
        String rest = path == null ? "" : path;
        int query = rest.indexOf('?');
        rest = query < 0 ? rest : rest.substring(0, query);
        rest = strip(rest);
        rest = rest.endsWith(".git") ? strip(rest.substring(0, rest.length() - ".git".length())) : rest;
        String lowerHost = host.toLowerCase(Locale.ROOT);
        return rest.isEmpty() ? lowerHost : lowerHost + "/" + rest;
    }

    private static String strip(String path) {
        int from = 0;
        int to = path.length();
        while (from < to && path.charAt(from) == '/') {
            from++;
        }
        while (to > from && path.charAt(to - 1) == '/') {
            to--;
        }
        return path.substring(from, to);
    }
}
