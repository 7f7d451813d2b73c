package dev.nanokit.cli.github.settings;

import dev.nanokit.cli.Surroundings;
import dev.nanokit.github.client.auth.AppJwt;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/**
 * As whom GitHub is asked.
 *
 * @param keyFile where the key was found
 * @param privateKeyPem the App's key, as GitHub gives it
 * @param api without a slash at the end
 */
public record Credentials(long appId, Path keyFile, String privateKeyPem, URI api) {
    private static final String GITHUB_COM = "https://api.github.com";

    /** What is missing or wrong goes to the mistakes; what is returned is then of no use. */
    public static Credentials read(AppOptions options, Surroundings surroundings, Mistakes mistakes) {
        long appId = appId(Setting.APP_ID.value(options.appId(), surroundings), mistakes);
        URI api = api(Setting.API_URL.value(options.api(), surroundings).orElse(GITHUB_COM), mistakes);
        Optional<Path> file = Setting.PRIVATE_KEY_FILE
                .value(options.keyFile(), surroundings)
                .map(name -> surroundings.folder().resolve(name));
        if (file.isEmpty()) {
            mistakes.add("the App's private key is missing", "give " + Setting.PRIVATE_KEY_FILE.ways());
        }
        String pem = file.map(key -> key(key, mistakes)).orElse("");
        return new Credentials(appId, file.orElse(Path.of("")), pem, api);
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

    private static URI api(String typed, Mistakes mistakes) {
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
            new AppJwt("1", () -> pem, Clock.systemUTC()).get();
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

    /** The key as it is in its file now, so that a new one needs no restart; as it was first, where that can't be read. */
    public String currentKey() {
        try {
            return Files.readString(keyFile);
        } catch (IOException e) {
            return privateKeyPem;
        }
    }

    @Override
    public String toString() {
        return "Credentials[appId=" + appId + ", api=" + api + ", key hidden]";
    }
}
