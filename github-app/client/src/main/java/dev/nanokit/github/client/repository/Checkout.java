package dev.nanokit.github.client.repository;

import dev.nanokit.github.api.GitHubException;
import dev.nanokit.github.client.http.Answer;
import dev.nanokit.github.client.http.Api;
import dev.nanokit.github.client.http.Exchange;
import dev.nanokit.github.client.http.Redirected;
import dev.nanokit.github.client.http.Refusal;
import dev.nanokit.github.client.http.Request;
import dev.nanokit.github.client.http.Wire;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** The whole tree of a commit, as files: GitHub's archive of it, from the host that it names. */
final class Checkout {
    private static final long LARGEST_ARCHIVE = 512L << 20;

    private final URI apiUrl;
    private final String repository;
    private final Exchange authorized;
    private final Wire wire;
    private final Repeats repeats;

    /** @param wire without a credential: the archive's address has its own, and may be another host's */
    Checkout(URI apiUrl, String repository, Exchange authorized, Wire wire, Repeats repeats) {
        this.apiUrl = apiUrl;
        this.repository = repository;
        this.authorized = authorized;
        this.wire = wire;
        this.repeats = repeats;
    }

    void unpack(String sha, Path folder) {
        try {
            Path archive = Files.createTempFile("nanokit", ".tar.gz");
            try {
                repeats.repeat(() -> download(sha, archive));
                new Archive(folder).unpack(archive);
            } finally {
                Files.deleteIfExists(archive);
            }
        } catch (IOException e) {
            throw new GitHubException("the files of " + sha + " can't be written down: " + e, 507, null, e);
        }
    }

    private Answer download(String sha, Path archive) {
        Request request = Request.get(URI.create(apiUrl + "/repos/" + repository + "/tarball/" + Api.part(sha)));
        try {
            Answer answer = authorized.send(request);
            Answer got = wire.download(Request.get(target(request, answer)), archive, LARGEST_ARCHIVE);
            if (got.status() != 200) {
                throw Refusal.of(request, got);
            }
            return got;
        } catch (IOException e) {
            throw new GitHubException("GitHub did not answer " + request + ": " + e, 0, null, e);
        }
    }

    private URI target(Request request, Answer answer) {
        if (answer.status() != 302) {
            throw Refusal.of(request, answer);
        }
        return Redirected.target(request.uri(), answer)
                .filter(to ->
                        "https".equals(to.getScheme()) || apiUrl.getScheme().equals(to.getScheme()))
                .orElseThrow(() -> Refusal.of(request, answer));
    }
}
