package dev.nanokit.github.client;

import dev.nanokit.github.client.http.Counted;
import dev.nanokit.github.client.http.Exchange;
import dev.nanokit.github.client.http.RateLimited;
import dev.nanokit.github.client.http.Redirected;
import dev.nanokit.github.client.http.Retried;
import dev.nanokit.github.client.http.Wire;
import java.time.Clock;

/** The way that every request takes, but for its credential. */
final class Transport {
    private final ClientSettings settings;
    private final Clock clock;
    private final Wire wire;
    private final Exchange repeated;

    Transport(ClientSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.wire = new Wire(settings.answerWithin(), settings.userAgent());
        Exchange counted = new Counted(wire, settings.apiUrl(), settings.listener());
        this.repeated = new Redirected(new Retried(counted, settings.pause()));
    }

    /** Limits are counted for each installation by itself, and for the App. */
    Exchange limited() {
        return new RateLimited(repeated, clock, settings.pause(), settings.longestWait());
    }

    Wire wire() {
        return wire;
    }
}
