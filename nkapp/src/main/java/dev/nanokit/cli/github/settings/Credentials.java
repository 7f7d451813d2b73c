package dev.nanokit.cli.github.settings;

import dev.nanokit.cli.Surroundings;
import dev.nanokit.github.client.auth.AppJwt;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * As whom GitHub is asked.
 *
 * @param key the App's key, as GitHub gives it, and as it is now: a new one needs no restart
 * @param files where secrets of it lie
 * @param api without a slash at the end
 */
public record Credentials(long appId, Supplier<String> key, List<Path> files, URI api) {
    private static final String GITHUB_COM = "https://api.github.com";

    public Credentials {
        files = List.copyOf(files);
    }

    /** What is missing or wrong goes to the mistakes; what is returned is then of no use. */
    public static Credentials read(AppOptions options, Surroundings surroundings, Mistakes mistakes) {
        long appId = appId(Setting.APP_ID.value(options.appId(), surroundings), mistakes);
        URI api = api(options, surroundings, mistakes);
        Optional<Path> file = Setting.PRIVATE_KEY_FILE
                .value(options.keyFile(), surroundings)
                .map(name -> surroundings.folder().resolve(name));
        if (file.isEmpty()) {
            mistakes.add("the App's private key is missing", "give " + Setting.PRIVATE_KEY_FILE.ways());
        }
        String pem = file.map(key -> key(key, mistakes)).orElse("");
        return new Credentials(
                appId, () -> current(file.orElseThrow(), pem), file.stream().toList(), api);
    }

    /** As it was first, where the file can't be read. */
    private static String current(Path file, String first) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return first;
        }
    }

    private static long appId(Optional<String> typed, Mistakes mistakes) {
        if (typed.isEmpty()) {
            mistakes.add(
                    "the App's id is missing", "give " + Setting.APP_ID.ways() + "; it is on the App's page at GitHub");
            return 0;
        }
        if (!typed.get().matches("[1-9][0-9]{0,17}")) {
            mistakes.add(
                    "'" + typed.get() + "' is no id of an App",
                    "take the number that the App's page at GitHub shows as App ID");
            return 0;
        }
        return Long.parseLong(typed.get());
    }

    /** GitHub's address. */
    public static URI api(AppOptions options, Surroundings surroundings, Mistakes mistakes) {
        String typed = Setting.API_URL.value(options.api(), surroundings).orElse(GITHUB_COM);
        String text = typed.replaceFirst("/+$", "");
        if (text.matches("https?://[^/\\s?#@]+(/[^\\s?#]*)?")) {
            return URI.create(text);
        }
        mistakes.add(
                "'" + typed + "' is no address of GitHub's API",
                "write it as " + GITHUB_COM + ", or of an Enterprise Server as https://HOST/api/v3");
        return URI.create(GITHUB_COM);
    }

    private static String key(Path file, Mistakes mistakes) {
        try {
            String pem = Files.readString(file);
            requireKey(pem);
            return pem;
        } catch (IOException e) {
            mistakes.unreadable(file, Setting.PRIVATE_KEY_FILE);
        } catch (IllegalArgumentException e) {
            mistakes.add(
                    file + ": " + e.getMessage(),
                    "give the file .pem that GitHub let you download, or make a new key on the App's page");
        }
        return "";
    }

    /** @throws IllegalArgumentException when it is no key of an App; does not quote it */
    static void requireKey(String pem) {
        new AppJwt("1", () -> pem, Clock.systemUTC()).get();
    }

    @Override
    public String toString() {
        return "Credentials[appId=" + appId + ", api=" + api + ", key hidden]";
    }
}
