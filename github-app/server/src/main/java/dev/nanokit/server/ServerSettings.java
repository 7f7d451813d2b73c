package dev.nanokit.server;

import dev.nanokit.server.work.WorkLimits;
import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * How the server is to run.
 *
 * @param answerGrace how long requests may take to be answered once it stops
 * @param workGrace how long work may go on once it stops, before it is interrupted
 */
public record ServerSettings(InetSocketAddress address, WorkLimits limits, Duration answerGrace, Duration workGrace) {
    /** As is usual: stops within the half minute that process supervisors give. */
    public static ServerSettings on(InetSocketAddress address) {
        return new ServerSettings(address, WorkLimits.usual(), Duration.ofSeconds(5), Duration.ofSeconds(20));
    }
}
