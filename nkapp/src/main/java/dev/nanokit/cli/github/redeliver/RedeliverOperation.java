package dev.nanokit.cli.github.redeliver;

import dev.nanokit.cli.ExitStatus;
import dev.nanokit.cli.Session;
import dev.nanokit.cli.github.GitHubFailures;
import dev.nanokit.cli.report.Failure;
import dev.nanokit.cli.report.Refusal;
import dev.nanokit.github.api.AppDeliveries;
import dev.nanokit.github.api.AppDeliveries.Attempt;
import dev.nanokit.github.api.GitHubException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Has GitHub send again what never arrived. What arrived at a second attempt is left alone, so running this again does
 * no harm; nor would it otherwise, since the App works on a delivery once.
 */
public record RedeliverOperation(Session session, boolean json) {
    /** Longer ago than that, GitHub refuses to send it again. */
    public static final Duration LONGEST = Duration.ofDays(3);

    /** Everything of the span that never arrived. */
    public ExitStatus catchUp(AppDeliveries deliveries, Duration span) {
        return show(redeliver(deliveries, ask(() -> deliveries.failedSince(before(span)))), span);
    }

    /** One delivery, whether it arrived or not: what it asked for was set aside, say. */
    public ExitStatus again(AppDeliveries deliveries, String guid) {
        Attempt newest = ask(() -> deliveries.since(before(LONGEST))).stream()
                .filter(attempt -> attempt.guid().equalsIgnoreCase(guid))
                .findFirst()
                .orElseThrow(() -> new Refusal(Failure.failed(
                        "delivery",
                        "GitHub knows of no delivery " + guid + " in the last three days",
                        "",
                        "see the App's page at GitHub: Advanced, Recent Deliveries")));
        return show(redeliver(deliveries, List.of(newest)), LONGEST);
    }

    private Instant before(Duration span) {
        return session.surroundings().clock().instant().minus(span);
    }

    private ExitStatus show(Redelivered result, Duration span) {
        String text = json ? RedeliveredText.json(result) : RedeliveredText.plain(result, span);
        session.terminal().out().print(text);
        session.terminal().out().flush();
        return result.refused().isEmpty() ? ExitStatus.OK : ExitStatus.FAILED;
    }

    private static Redelivered redeliver(AppDeliveries deliveries, List<Attempt> attempts) {
        List<Attempt> asked = new ArrayList<>();
        List<Redelivered.Refused> refused = new ArrayList<>();
        for (Attempt attempt : attempts) {
            try {
                deliveries.redeliver(attempt.id());
                asked.add(attempt);
            } catch (GitHubException e) {
                refused.add(new Redelivered.Refused(attempt, String.valueOf(e.getMessage())));
            }
        }
        return new Redelivered(asked, refused);
    }

    private static List<Attempt> ask(Supplier<List<Attempt>> question) {
        try {
            return question.get();
        } catch (GitHubException e) {
            throw new Refusal(GitHubFailures.of(e));
        }
    }
}
