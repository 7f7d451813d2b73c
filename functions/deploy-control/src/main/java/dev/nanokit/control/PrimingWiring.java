package dev.nanokit.control;

import dev.nanokit.priming.Priming;
import dev.nanokit.stages.telemetry.StepTelemetry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the function ready for Lambda's snapshot. Nothing is known before it that would have to be forgotten after it. */
class PrimingWiring {
    void register(@Observes StartupEvent started, Priming priming) {
        priming.register();
    }

    @Produces
    @Singleton
    Priming priming(
            @ConfigProperty(name = "quarkus.lambda.handler") String handler,
            InstantSource clock,
            @Named("state-telemetry") StepTelemetry state,
            @Named("github-telemetry") StepTelemetry github,
            @Named("pages-telemetry") StepTelemetry pages) {
        return switch (handler) {
            case "github" -> new Priming(List.of(new GitHubRehearsal()), () -> {}, github::unprimed);
            case "pages" -> new Priming(List.of(new PagesRehearsal(clock)), () -> {}, pages::unprimed);
            default -> new Priming(List.of(new StateRehearsal(clock)), () -> {}, state::unprimed);
        };
    }
}
