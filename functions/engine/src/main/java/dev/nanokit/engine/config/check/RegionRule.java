package dev.nanokit.engine.config.check;

import dev.nanokit.engine.config.ProviderId;
import dev.nanokit.engine.config.provider.Capability;
import dev.nanokit.engine.config.provider.ProviderCapabilities;
import dev.nanokit.engine.config.provider.ProviderForms;
import dev.nanokit.engine.config.provider.ProviderForms.Form;
import dev.nanokit.engine.config.tree.Block;
import dev.nanokit.engine.source.Place;
import dev.nanokit.engine.source.Problems;
import java.util.Optional;

/** Regions, networks, accounts and machine types have the form that their provider gives them. */
final class RegionRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        draft.provider().ifPresent(provider -> {
            checkRegionGiven(draft, provider, problems);
            draft.infra().ifPresent(infra -> {
                checkForm(infra, "region", ProviderForms.region(provider), provider, problems);
                checkForm(infra, "vpc", ProviderForms.vpc(provider), provider, problems);
                checkForm(infra, "account", ProviderForms.account(provider), provider, problems);
                infra.items("instances")
                        .forEach(group ->
                                checkForm(group, "type", ProviderForms.machineType(provider), provider, problems));
            });
            draft.networks()
                    .values()
                    .forEach(network -> checkForm(network, "vpcId", ProviderForms.vpc(provider), provider, problems));
        });
    }

    private static void checkRegionGiven(Draft draft, ProviderId provider, Problems problems) {
        Optional<Block> infra = draft.infra();
        boolean given = infra.filter(block -> block.has("region")).isPresent();
        boolean none = ProviderForms.region(provider).isEmpty();
        if (given && none) {
            problems.error(
                    infra.get().placeOfKey("region"),
                    "infra.region is not possible on " + provider.id(),
                    provider.id() + " has no regions.",
                    "Remove region.");
        } else if (!given && ProviderCapabilities.has(provider, Capability.REGION_REQUIRED)) {
            Place place = infra.map(block -> block.placeOf("provider"))
                    .orElse(draft.root().place());
            problems.error(
                    place,
                    "infra.region is missing",
                    provider.id() + " needs to know where.",
                    "Add region: " + ProviderForms.region(provider).get().example() + ", or another one.");
        }
    }

    private static void checkForm(
            Block block, String key, Optional<Form> form, ProviderId provider, Problems problems) {
        if (form.isEmpty()) {
            return;
        }
        block.text(key)
                .filter(text -> !form.get().matches(text.value()))
                .ifPresent(text -> problems.error(
                        text.place(),
                        block.path() + "." + key + " '" + text.shown() + "' does not have the form that "
                                + provider.id() + " uses",
                        "There it looks like " + form.get().example() + ".",
                        "Write it as " + provider.id() + " does, or check infra.provider."));
    }
}
