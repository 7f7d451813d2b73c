package dev.nanokit.github.client.http;

import java.io.IOException;

/** Sends a request to GitHub and brings the answer, whatever its status. */
@FunctionalInterface
public interface Exchange {
    /**
     * @throws IOException when there is no answer
     * @throws dev.nanokit.github.api.GitHubException when it isn't worth asking, or waiting, any longer
     */
    Answer send(Request request) throws IOException;
}
