package dev.nanokit.engine.config.check;

import dev.nanokit.engine.config.Database.Engine;
import dev.nanokit.engine.config.ProviderId;
import dev.nanokit.engine.config.provider.ProviderCapabilities;
import dev.nanokit.engine.config.provider.Words;
import dev.nanokit.engine.config.tree.Block;
import dev.nanokit.engine.source.Problems;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The provider offers this kind of database. */
final class DatabaseOfferRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        draft.provider()
                .ifPresent(provider ->
                        draft.databases().values().forEach(database -> check(database, provider, problems)));
    }

    private static void check(Block database, ProviderId provider, Problems problems) {
        Optional<Engine> engine = database.text("engine").flatMap(text -> engine(text.value()));
        if (engine.isEmpty() || ProviderCapabilities.databases(provider).contains(engine.get())) {
            return;
        }
        List<String> offered = ProviderCapabilities.databases(provider).stream()
                .map(Engine::id)
                .toList();
        problems.error(
                database.placeOf("engine"),
                database.path() + ": " + engine.get().id() + " is not possible on " + provider.id(),
                provider.id() + " offers " + (offered.isEmpty() ? "no databases" : Words.and(offered)) + ". "
                        + engine.get().id() + " is possible on "
                        + Words.providers(ProviderCapabilities.offering(engine.get())) + ".",
                "Choose another engine or provider, or remove the database.");
    }

    private static Optional<Engine> engine(String id) {
        return Arrays.stream(Engine.values())
                .filter(engine -> engine.id().equals(id))
                .findFirst();
    }
}
