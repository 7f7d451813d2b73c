package dev.nanokit.server.http;

import java.util.Optional;

/** Pages for people's browsers, beside what programs ask for. */
@FunctionalInterface
public interface PageSource {
    /** None. */
    PageSource NONE = (path, query) -> Optional.empty();

    /**
     * @param path as it stands in the address, decoded
     * @param query as it stands in the address, or empty
     * @return empty where there is nothing at the path
     */
    Optional<Page> page(String path, String query);

    /**
     * @param status of HTTP
     * @param html whole in itself
     */
    record Page(int status, String html) {}
}
