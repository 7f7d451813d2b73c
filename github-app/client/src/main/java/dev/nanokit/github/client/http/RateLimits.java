package dev.nanokit.github.client.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** What an answer of GitHub says about its limits. */
final class RateLimits {
    /** What GitHub's documentation says to wait where a secondary limit's answer doesn't. */
    private static final Duration UNSAID = Duration.ofMinutes(1);

    /** So that an answer that says to wait no time at all isn't asked for in a loop. */
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private RateLimits() {}

    /** Whether the request was refused for coming too often, and for nothing else. */
    static boolean refused(Answer answer) {
        return answer.status() == 429
                || (answer.status() == 403
                        && (answer.header("retry-after").isPresent() || usedUp(answer) || secondary(answer)));
    }

    /** How long no request is to be sent; empty when the next one is welcome. */
    static Optional<Duration> asked(Answer answer, Instant now) {
        if (refused(answer)) {
            Duration wait = answer.header("retry-after")
                    .flatMap(value -> retryAfter(value, now))
                    .orElseGet(() -> usedUp(answer) ? untilReset(answer, now) : UNSAID);
            return Optional.of(wait.compareTo(SHORTEST) < 0 ? SHORTEST : wait);
        }
        return usedUp(answer) ? Optional.of(untilReset(answer, now)) : Optional.empty();
    }

    private static boolean usedUp(Answer answer) {
        return answer.header("x-ratelimit-remaining").filter("0"::equals).isPresent();
    }

    private static boolean secondary(Answer answer) {
        String text = answer.text().toLowerCase(Locale.ROOT);
        return text.contains("secondary rate limit") || text.contains("abuse detection");
    }

    /** The limit opens within the second that the header names, so one more is waited. */
    private static Duration untilReset(Answer answer, Instant now) {
        return answer.header("x-ratelimit-reset")
                .flatMap(RateLimits::number)
                .map(second -> Duration.between(now, Instant.ofEpochSecond(second + 1)))
                .map(RateLimits::notNegative)
                .orElse(UNSAID);
    }

    private static Optional<Duration> retryAfter(String value, Instant now) {
        return number(value)
                .map(Duration::ofSeconds)
                .or(() -> date(value).map(until -> Duration.between(now, until)))
                .map(RateLimits::notNegative);
    }

    private static Optional<Instant> date(String value) {
        try {
            return Optional.of(ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Long> number(String value) {
        return value.matches("\\d{1,12}") ? Optional.of(Long.valueOf(value)) : Optional.empty();
    }

    private static Duration notNegative(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
