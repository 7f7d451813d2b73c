package dev.nanokit.github.client;

import dev.nanokit.github.client.http.CallListener;
import dev.nanokit.github.client.http.Pause;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * How to reach GitHub, and as which App.
 *
 * @param apiUrl the API's base address: {@link #GITHUB_COM}, or {@code https://ghe.example/api/v3} at a GitHub
 *     Enterprise Server
 * @param appId the App's id, or its client id
 * @param privateKeyPem the App's private key, in PEM form (PKCS#1 or PKCS#8); asked for at most every few minutes, so a
 *     key that is changed is used without a restart
 * @param userAgent what GitHub is told we are
 * @param answerWithin how long one answer may take
 * @param longestWait how long a call may wait for a rate limit to open, before the wait is the caller's
 * @param memory bytes of answers that are kept
 */
public record ClientSettings(
        URI apiUrl,
        String appId,
        Supplier<String> privateKeyPem,
        String userAgent,
        Duration answerWithin,
        Duration longestWait,
        long memory,
        CallListener listener,
        Pause pause) {
    public static final URI GITHUB_COM = URI.create("https://api.github.com");

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    private static final long MEMORY = 64L << 20;

    /** @throws IllegalArgumentException when the address is none of an API, or there is no App */
    public ClientSettings {
        apiUrl = checked(apiUrl);
        if (appId.isBlank()) {
            throw new IllegalArgumentException("the GitHub App's id is empty: its settings page at GitHub shows it");
        }
    }

    public ClientSettings(URI apiUrl, String appId, Supplier<String> privateKeyPem, String userAgent) {
        this(
                apiUrl,
                appId,
                privateKeyPem,
                userAgent,
                ANSWER_WITHIN,
                LONGEST_WAIT,
                MEMORY,
                CallListener.NONE,
                Pause.REAL);
    }

    /** Where people look at that GitHub, without a slash at the end. */
    public String webUrl() {
        return webUrl(apiUrl);
    }

    /** Where people look at the GitHub that has its API there, without a slash at the end. */
    public static String webUrl(URI apiUrl) {
        return apiUrl.equals(GITHUB_COM)
                ? "https://github.com"
                : apiUrl.toString().replaceFirst("/api/v3$", "");
    }

    /** The same, with each call told to the listener. */
    public ClientSettings withListener(CallListener heard) {
        return new ClientSettings(
                apiUrl, appId, privateKeyPem, userAgent, answerWithin, longestWait, memory, heard, pause);
    }

    /** The same, with another way to wait. */
    public ClientSettings withPause(Pause other) {
        return new ClientSettings(
                apiUrl, appId, privateKeyPem, userAgent, answerWithin, longestWait, memory, listener, other);
    }

    /** The same, with another time for an answer. */
    public ClientSettings withAnswerWithin(Duration time) {
        return new ClientSettings(apiUrl, appId, privateKeyPem, userAgent, time, longestWait, memory, listener, pause);
    }

    /** @throws IllegalArgumentException when it can't be the address of GitHub's API */
    static URI checked(URI apiUrl) {
        String scheme = apiUrl.getScheme() == null ? "" : apiUrl.getScheme().toLowerCase(Locale.ROOT);
        boolean web = scheme.equals("https") || scheme.equals("http");
        if (!web || apiUrl.getHost() == null || apiUrl.getRawUserInfo() != null || apiUrl.getRawQuery() != null) {
            throw new IllegalArgumentException("not an address of GitHub's API: it must be like " + GITHUB_COM
                    + " or https://ghe.example/api/v3, without user, password and query");
        }
        String text = apiUrl.toString();
        return URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    }

    @Override
    public String toString() {
        return "ClientSettings[" + apiUrl + ", App " + appId + "]";
    }
}
