package dev.nanokit.github.client.repository;

import dev.nanokit.github.api.GitHubException;
import dev.nanokit.github.client.http.Api;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.util.Map;
import org.kohsuke.github.GHEventPayload;
import org.kohsuke.github.GHException;
import org.kohsuke.github.GHIssue;
import org.kohsuke.github.GHIssueComment;
import org.kohsuke.github.GHRepository;
import org.kohsuke.github.GitHub;
import org.kohsuke.github.GitHubBuilder;
import tools.jackson.databind.json.JsonMapper;

/**
 * The github-api library, for one repository. Its objects are made as it makes them of a webhook's payload, which costs
 * no call; asking GitHub for each would.
 */
final class Library {
    private static final JsonMapper JSON = new JsonMapper();

    private final GitHub github;
    private final String fullName;
    private final GHRepository repository;

    Library(URI apiUrl, Api api, String fullName) {
        this.fullName = fullName;
        try {
            this.github = new GitHubBuilder()
                    .withEndpoint(apiUrl.toString())
                    .withConnector(new Connector(api))
                    .build();
            this.repository = github.parseEventPayload(
                            new StringReader(JSON.writeValueAsString(Map.of("repository", repositoryJson()))),
                            GHEventPayload.Push.class)
                    .getRepository();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the library is asked to do. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }

    /** @throws GitHubException also for what the library finds wrong by itself, as an answer it can't read */
    static <T> T call(Work<T> work) {
        try {
            return work.run();
        } catch (IOException | GHException e) {
            throw new GitHubException("GitHub's answer was not understood: " + e.getMessage(), 502, null, e);
        }
    }

    GHRepository repository() {
        return repository;
    }

    GHIssue issue(int number) {
        return payload(number, 0).getIssue();
    }

    GHIssueComment comment(long id) {
        return payload(0, id).getComment();
    }

    private GHEventPayload.IssueComment payload(int issue, long comment) {
        String json = JSON.writeValueAsString(Map.of(
                "repository", repositoryJson(), "issue", Map.of("number", issue), "comment", Map.of("id", comment)));
        return call(() -> github.parseEventPayload(new StringReader(json), GHEventPayload.IssueComment.class));
    }

    private Map<String, ?> repositoryJson() {
        String[] parts = fullName.split("/", 2);
        return Map.of("full_name", fullName, "name", parts[1], "owner", Map.of("login", parts[0]));
    }
}
