package dev.nanokit.github.client.http;

import java.time.Duration;

/** Hears of every request that is sent to GitHub, each repeat by itself; from several threads at once. */
@FunctionalInterface
public interface CallListener {
    CallListener NONE = call -> {};

    void called(Call call);

    /**
     * @param route the path with names and numbers taken out, fit to be a metric's label: {@code
     *     /repos/{owner}/{repo}/git/trees/{}}
     * @param status 0 when there was no answer; 304 when what was known is still so, which GitHub does not count
     */
    record Call(String method, String route, int status, Duration took) {}
}
