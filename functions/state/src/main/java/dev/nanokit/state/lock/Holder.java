package dev.nanokit.state.lock;

import java.time.Instant;

/**
 * Who holds a lock, for people to read.
 *
 * @param who {@code ada@laptop (pid 4711)}, {@code @octocat}
 * @param what {@code nkapp up}, {@code apply of #12}
 * @param link where to look; empty if nowhere
 * @param since by the holder's clock, shown and never decided upon
 */
public record Holder(String who, String what, String link, Instant since) {}
