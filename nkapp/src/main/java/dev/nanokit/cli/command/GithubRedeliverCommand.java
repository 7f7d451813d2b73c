package dev.nanokit.cli.command;

import dev.nanokit.cli.ExitStatus;
import dev.nanokit.cli.Session;
import dev.nanokit.cli.Surroundings;
import dev.nanokit.cli.github.GitHubAccess;
import dev.nanokit.cli.github.redeliver.RedeliverOperation;
import dev.nanokit.cli.github.settings.AppInVault;
import dev.nanokit.cli.github.settings.Credentials;
import dev.nanokit.cli.github.settings.Mistakes;
import dev.nanokit.github.api.AppDeliveries;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

final class GithubRedeliverCommand extends ReportingCommand {
    private static final Duration USUAL_SPAN = Duration.ofHours(24);

    private final Choice<Duration> since =
            span(1, "how far to look back: 30m, 24h (the default), 72h at most", "--since");
    private final Choice<String> delivery =
            choice(String.class, 2, "GUID", "have this one sent again, whether it arrived or not", "--delivery");
    private final AppWords app = AppWords.addTo(this);

    GithubRedeliverCommand(Session session) {
        super(
                session,
                "redeliver",
                "Have GitHub send again what did not arrive at the App's webhook, as after it was down.");
    }

    @Override
    ExitStatus run() {
        Mistakes mistakes = new Mistakes();
        Optional<AppInVault> vault = AppInVault.named(app.options(), session().surroundings(), mistakes);
        Duration span = since.value().orElse(USUAL_SPAN);
        if (span.compareTo(RedeliverOperation.LONGEST) > 0) {
            mistakes.add("GitHub sends again only what is not older than three days", "give --since 72h, or less");
        }
        if (delivery.value().isPresent() && since.value().isPresent()) {
            mistakes.add("--delivery and --since can't both be given", "give one of them");
        }
        Credentials credentials = credentials(vault, mistakes);
        AppDeliveries deliveries = GitHubAccess.client(credentials).deliveries();
        RedeliverOperation operation = new RedeliverOperation(session(), json());
        return delivery.value()
                .map(guid -> operation.again(deliveries, guid))
                .orElseGet(() -> operation.catchUp(deliveries, span));
    }

    private Credentials credentials(Optional<AppInVault> vault, Mistakes mistakes) {
        Surroundings surroundings = session().surroundings();
        if (vault.isEmpty()) {
            Credentials inFiles = Credentials.read(app.options(), surroundings, mistakes);
            mistakes.refuse();
            return inFiles;
        }
        URI api = Credentials.api(app.options(), surroundings, mistakes);
        mistakes.refuse();
        return vault.get().credentials(api);
    }
}
