package dev.nanokit.engine.plan;

import dev.nanokit.engine.resource.Observed;
import dev.nanokit.engine.resource.Owner;
import dev.nanokit.engine.resource.RecordedResource;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.Section;
import dev.nanokit.engine.source.Problems;
import java.util.Optional;

/** Tells this component's things from everybody else's. */
record Ownership(Owner ours) {
    /**
     * A thing is ours by its labels; one that carries none, since its kind takes none, by the id under which we
     * remember it.
     */
    boolean isOurs(Observed observed, Optional<RecordedResource> recorded) {
        return observed.owner()
                .map(ours::equals)
                .orElseGet(() -> recorded.flatMap(RecordedResource::providerId)
                        .filter(observed.providerId()::equals)
                        .isPresent());
    }

    void reportForeign(Resource desired, Observed observed, Problems problems) {
        problems.error(
                desired.place(),
                desired.key().type() + " "
                        + Named.atProvider(observed.outputs()).orElse(observed.providerId()) + " is there already, and "
                        + belonging(observed.owner()),
                "Nanokit never changes what this component does not own",
                fix(desired, observed.owner()));
    }

    /** {@code belongs to component api of project shop, environment local}. */
    String belonging(Optional<Owner> owner) {
        return owner.map(other -> "belongs to component " + other.component() + " of project " + other.project()
                        + ", environment " + other.environment())
                .orElse("was not made by Nanokit");
    }

    private String fix(Resource desired, Optional<Owner> owner) {
        boolean sharable = desired.section() == Section.INFRASTRUCTURE
                && owner.filter(other -> other.project().equals(ours.project())
                                && other.environment().equals(ours.environment()))
                        .isPresent();
        String rename = "give " + desired.key().name() + " another name";
        if (sharable) {
            return "set infra.shared: true to use it, or " + rename;
        }
        return rename + ", or remove that one by hand if nobody needs it";
    }
}
