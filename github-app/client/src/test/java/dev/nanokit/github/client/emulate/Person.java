package dev.nanokit.github.client.emulate;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person who works at acme/shop, without our client. */
final class Person {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;

    Person(URI address) {
        this.address = address;
    }

    /** Puts a file onto the branch, and gives the commit. */
    String put(String branch, String path, String text) throws IOException, InterruptedException {
        String content = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        return send("PUT", "/contents/" + path, Map.of("message", "m", "branch", branch, "content", content))
                .at("/commit/sha")
                .stringValue();
    }

    void branch(String name, String from) throws IOException, InterruptedException {
        send("POST", "/git/refs", Map.of("ref", "refs/heads/" + name, "sha", from));
    }

    int open(String head) throws IOException, InterruptedException {
        return send("POST", "/pulls", Map.of("title", "t", "head", head, "base", "main"))
                .path("number")
                .intValue();
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return send("GET", path, null);
    }

    JsonNode send(String method, String path, Map<String, ?> body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/repos/acme/shop" + path))
                .header("Authorization", "Bearer " + Emulate.PERSON_TOKEN)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }
}
