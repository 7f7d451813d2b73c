package dev.nanokit.cli;

import dev.nanokit.engine.plan.Action;
import dev.nanokit.engine.plan.Change;
import dev.nanokit.engine.plan.FieldChange;
import dev.nanokit.engine.plan.Guard;
import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.resource.Management;
import dev.nanokit.engine.resource.Observed;
import dev.nanokit.engine.resource.Phase;
import dev.nanokit.engine.resource.RecordedResource;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.resource.Section;
import dev.nanokit.engine.source.Place;
import dev.nanokit.engine.source.Problem;
import dev.nanokit.engine.value.Secret;
import dev.nanokit.engine.value.Value;
import dev.nanokit.state.lock.Acquisition;
import dev.nanokit.state.lock.Holder;
import dev.nanokit.state.lock.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A small shop: plans, records and holders as the layers below would give them. */
public final class Samples {
    public static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    public static final String CONTAINER_ID = "3f2a9c1b2d3e".repeat(5) + "abcd";
    public static final Holder ADA =
            new Holder("ada@laptop (pid 4711)", "nkapp up", "", NOW.minus(Duration.ofSeconds(130)));
    public static final Holder BOB = new Holder(
            "@bob", "apply of #12", "https://code.example/acme/shop/pull/12", NOW.minus(Duration.ofSeconds(5)));

    private Samples() {}

    public static Plan plan(List<List<Change>> waves, List<Change.NoOp> unchanged) {
        return new Plan(
                "5c0ffee0-0000-4000-8000-000000000001",
                "shop",
                "local",
                "main",
                "1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d",
                3,
                waves,
                unchanged,
                List.of(),
                List.of(),
                Optional.empty(),
                "sha256:00ff");
    }

    public static Plan emptyPlan() {
        return plan(List.of(), List.of(unchanged()));
    }

    /** One change of every kind, with what can stand beside it. */
    public static Plan fullPlan() {
        Plan plan = plan(
                List.of(
                        List.of(createNetwork(), adoptVolume()),
                        List.of(updateWeb(), replaceDatabase()),
                        List.of(deleteOld())),
                List.of(unchanged()));
        return new Plan(
                plan.id(),
                plan.project(),
                plan.environment(),
                plan.component(),
                plan.commit(),
                plan.serial(),
                plan.waves(),
                plan.unchanged(),
                List.of(Problem.warning(
                        new Place("nanokit.yml", 12, 5),
                        "volume 'uploads': the size 10gb is not enforced",
                        "the Docker engine knows no limit of a volume",
                        "watch the disk, or leave size out")),
                List.of(new Guard(
                        new ResourceKey("container", "orders"),
                        Action.REPLACE,
                        "all data of the database 'orders' would be lost")),
                plan.blockedOn(),
                plan.digest());
    }

    public static Plan blockedPlan() {
        Plan plan = emptyPlan();
        return new Plan(
                plan.id(),
                plan.project(),
                plan.environment(),
                plan.component(),
                plan.commit(),
                plan.serial(),
                plan.waves(),
                plan.unchanged(),
                plan.warnings(),
                plan.guards(),
                Optional.of("no component of shop has made the infrastructure of local yet"),
                plan.digest());
    }

    public static Change createNetwork() {
        return new Change.Create(
                resource("network", "default", Section.INFRASTRUCTURE),
                Optional.empty(),
                List.of("is not there yet"),
                List.of(
                        new FieldChange("cidr", Value.NULL, Value.text("10.20.0.0/24"), false),
                        new FieldChange(
                                "gateway",
                                Value.NULL,
                                new Value.Unknown(new Value.Ref(new ResourceKey("network", "default"), "gateway")),
                                false)));
    }

    public static Change updateWeb() {
        return new Change.Update(
                resource("container", "web-1", Section.SERVICES),
                Optional.empty(),
                observed(CONTAINER_ID),
                List.of("image is another", "a variable differs"),
                List.of(
                        new FieldChange("image", Value.text("nginx:1.26"), Value.text("nginx:1.27"), false),
                        new FieldChange("env.LOG_LEVEL", Value.NULL, Value.text("debug"), false),
                        new FieldChange("env.OLD", Value.text("x"), Value.NULL, false),
                        new FieldChange(
                                "env.API_KEY",
                                Value.hidden(Secret.sealed("env:API_KEY", "hmac-sha256:01")),
                                Value.hidden(Secret.sealed("env:API_KEY", "hmac-sha256:02")),
                                true)));
    }

    public static Change deleteOld() {
        return new Change.Delete(
                recorded("container", "old", Section.SERVICES, Phase.READY),
                Optional.of(observed("0ld")),
                List.of("is no longer in the file"),
                List.of());
    }

    public static Change.NoOp unchanged() {
        return new Change.NoOp(
                resource("image", "web", Section.SERVICES),
                Optional.empty(),
                Optional.of("nginx:1.27"),
                List.of("is as it should be"));
    }

    private static Change adoptVolume() {
        return new Change.Adopt(
                resource("volume", "uploads", Section.INFRASTRUCTURE),
                Optional.empty(),
                observed("nk-shop-local-uploads"),
                List.of("is there with this component's labels, and state does not know it"),
                List.of());
    }

    private static Change replaceDatabase() {
        return new Change.Replace(
                resource("container", "orders", Section.DATABASES),
                Optional.empty(),
                observed("nk-shop-local-orders"),
                List.of("engine can't be changed in place"),
                List.of(new FieldChange("engine", Value.text("mysql"), Value.text("postgres"), false)));
    }

    public static Resource resource(String type, String name, Section section) {
        return new Resource(
                new ResourceKey(type, name),
                section,
                Management.MANAGED,
                Value.Obj.EMPTY,
                Set.of(),
                Set.of(),
                false,
                Set.of(),
                Set.of(),
                new Place("nanokit.yml", 1, 1));
    }

    public static RecordedResource recorded(String type, String name, Section section, Phase phase) {
        return new RecordedResource(
                new ResourceKey(type, name),
                "main",
                section,
                phase,
                Optional.of(CONTAINER_ID),
                Value.Obj.EMPTY,
                Value.Obj.EMPTY,
                Set.of(),
                false,
                Set.of(),
                "token",
                3);
    }

    public static Observed observed(String id) {
        return new Observed(id, Optional.empty(), Value.Obj.EMPTY, Value.Obj.EMPTY);
    }

    public static Acquisition.Blocked blocked() {
        return new Acquisition.Blocked("infra", List.of(ADA), Duration.ofSeconds(24), 2, Sighting.NONE);
    }
}
