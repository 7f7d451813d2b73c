package dev.nanokit.cli.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody's browser, on the way through the registration of an App. */
public final class Browser implements AutoCloseable {
    private static final Pattern ACTION = Pattern.compile("<form action=\"([^\"]+)\" method=\"post\">");
    private static final Pattern MANIFEST = Pattern.compile("name=\"manifest\" value=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newHttpClient();

    /** The page, its form, GitHub, and the page at the end. */
    public String follow(String address) throws Exception {
        String page = get(address).body();
        HttpRequest form = HttpRequest.newBuilder(URI.create(unescaped(find(ACTION, page))))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "manifest=" + URLEncoder.encode(unescaped(find(MANIFEST, page)), StandardCharsets.UTF_8)))
                .build();
        HttpResponse<String> sentBack = send(form);
        return get(sentBack.headers().firstValue("Location").orElseThrow()).body();
    }

    HttpResponse<String> get(String address) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(address)).build());
    }

    HttpResponse<String> send(HttpRequest request) throws Exception {
        return client.send(request, BodyHandlers.ofString());
    }

    /** What the page has GitHub send back. */
    static String state(String page) {
        return find(ACTION, page).replaceFirst(".*state=", "");
    }

    private static String find(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        assertThat(matcher.find()).as(page).isTrue();
        return matcher.group(1);
    }

    private static String unescaped(String text) {
        return text.replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&");
    }

    @Override
    public void close() {
        client.close();
    }
}
