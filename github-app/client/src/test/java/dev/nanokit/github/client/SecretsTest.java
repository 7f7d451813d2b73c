package dev.nanokit.github.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.nanokit.github.api.AppRegistration.RegisteredApp;
import dev.nanokit.github.client.auth.AppJwt;
import dev.nanokit.github.client.auth.Token;
import dev.nanokit.github.client.http.Request;
import dev.nanokit.github.standin.web.Faults.Fault;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** No token, key or secret is ever shown, however things go wrong. */
class SecretsTest extends AtGitHub {
    private static String whole(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private void nothingSecretIn(String text) {
        assertThat(text)
                .doesNotContain("ghs_")
                .doesNotContain("Bearer")
                .doesNotContain("eyJ")
                .doesNotContain("PRIVATE KEY")
                .doesNotContain(github.app().webhookSecret());
    }

    @Test
    void noFailureShowsOne() {
        List<Throwable> failures = new ArrayList<>();
        for (int status : new int[] {400, 401, 403, 404, 422}) {
            github.faults().failing("repos/get-branch", status);
            if (status == 401) {
                github.faults().failing("repos/get-branch", status);
            }
            failures.add(catchThrowable(() -> repository.branchHead("main")));
        }
        github.faults().always("repos/get-branch", new Fault.Dropped());
        failures.add(catchThrowable(() -> repository.branchHead("main")));
        github.faults().forget();
        github.faults().secondaryLimit("repos/get-branch", 403, 400);
        failures.add(catchThrowable(() -> repository.branchHead("main")));

        assertThat(failures).doesNotContainNull().allSatisfy(failure -> nothingSecretIn(whole(failure)));
    }

    @Test
    void noFailureToGetATokenShowsOne() {
        for (int i = 0; i < 2; i++) {
            github.faults().failing("apps/create-installation-access-token", 401);
        }
        github.traffic().forget();

        nothingSecretIn(whole(catchThrowable(() -> repository.branchHead("main"))));
        assertThat(github.traffic().operations()).hasSize(2);
    }

    @Test
    void noLogShowsOneEvenAtItsFinest() {
        List<String> lines = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(line.getMessage() + " "
                        + List.of(line.getParameters() == null ? new Object[0] : line.getParameters()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger library = Logger.getLogger("org.kohsuke");
        handler.setLevel(Level.ALL);
        library.addHandler(handler);
        library.setLevel(Level.ALL);
        library.setUseParentHandlers(false);
        try {
            repository.files("main", "nanokit.yml");
        } finally {
            library.removeHandler(handler);
            library.setLevel(null);
            library.setUseParentHandlers(true);
        }

        assertThat(lines).isNotEmpty();
        nothingSecretIn(lines.toString());
    }

    @Test
    void noTextFormShowsOne() {
        String pem = github.app().keys().pem();
        ClientSettings settings = new ClientSettings(github.apiUrl(), "1", () -> pem, "x");
        Request request =
                Request.get(URI.create("https://api.github.com/x?token=ghs_1")).with("Authorization", "Bearer ghs_2");

        for (Object shown : new Object[] {
            settings,
            client,
            repository,
            request,
            new Token("ghs_3", Instant.EPOCH),
            new AppJwt("1", () -> pem, Clock.systemUTC()),
            new RegisteredApp(1, "s", "c", "h", pem, github.app().webhookSecret())
        }) {
            nothingSecretIn(shown.toString());
        }
    }
}
