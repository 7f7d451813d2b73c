package dev.nanokit.engine.config.check;

import dev.nanokit.engine.config.tree.Block;
import dev.nanokit.engine.config.tree.Located;
import dev.nanokit.engine.source.Problems;

/** A file asks for a bounded number of things, replicas and machines counted one by one. */
final class AmountRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        long amount = (long) draft.databases().size()
                + draft.networks().size()
                + draft.volumes().size();
        for (Block service : draft.services().values()) {
            amount += service.whole("instances").map(Located::value).orElse(1);
        }
        amount += draft.infra().map(infra -> Bounds.of(infra).sum()).orElse(0);
        if (amount > EnvironmentRules.MOST_THINGS) {
            problems.error(
                    draft.root().place(),
                    "the file asks for " + amount + " things",
                    "At most " + EnvironmentRules.MOST_THINGS
                            + " replicas, machines, databases, networks and volumes are planned at once.",
                    "Split it into components with a nanokit.yml each.");
        }
    }
}
