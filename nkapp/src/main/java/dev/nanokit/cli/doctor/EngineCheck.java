package dev.nanokit.cli.doctor;

import dev.nanokit.cli.backend.Backend;
import dev.nanokit.cli.report.Examination.Finding;
import dev.nanokit.cli.report.Examination.Verdict;
import dev.nanokit.engine.config.Environment;
import dev.nanokit.engine.config.Infra;
import dev.nanokit.engine.config.ProviderId;
import dev.nanokit.engine.source.Place;
import dev.nanokit.engine.source.Places;
import dev.nanokit.provider.Connection;
import dev.nanokit.provider.ConnectionSettings;
import dev.nanokit.provider.Provider;
import dev.nanokit.provider.ProviderException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Whether the provider answers: that of the file, else the Docker engine of this machine. */
public final class EngineCheck {
    private EngineCheck() {}

    public static Finding look(Backend backend, FileCheck file, Path folder, Map<String, String> variables) {
        Environment environment = file.environment().orElseGet(EngineCheck::local);
        String subject = environment.infra().provider().id();
        Optional<Provider> provider = backend.provider(environment.infra().provider());
        if (provider.isEmpty()) {
            return new Finding(
                    subject, Verdict.BAD, "this nkapp can't work with this provider yet", "use provider: docker");
        }
        Path base = file.project().map(project -> project.folder()).orElse(folder);
        try (Connection connection = provider.get().connect(environment, new ConnectionSettings(base, variables))) {
            String software = connection.software().isEmpty() ? "" : ": " + connection.software();
            return new Finding(subject, Verdict.GOOD, connection.endpoint() + " answers" + software, "");
        } catch (ProviderException e) {
            return new Finding(subject, Verdict.BAD, e.getMessage(), e.fix());
        }
    }

    /** Nothing but an engine, as it is without any file. */
    private static Environment local() {
        Infra infra = new Infra(
                ProviderId.DOCKER,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Infra.Scaling.MANUAL,
                OptionalInt.empty(),
                OptionalInt.empty(),
                List.of(),
                Optional.empty(),
                false,
                false);
        return new Environment(
                "doctor",
                "local",
                "main",
                infra,
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                new Places(Map.of(), new Place("nanokit.yml", 1, 1)));
    }
}
