package dev.nanokit.workflows;

import static dev.nanokit.stages.world.Things.key;
import static dev.nanokit.stages.world.Things.shaped;
import static dev.nanokit.stages.world.Things.shared;
import static dev.nanokit.stages.world.Things.store;
import static dev.nanokit.stages.world.Things.thing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.provider.ProviderException;
import dev.nanokit.stages.ApplyResult;
import dev.nanokit.stages.Site;
import dev.nanokit.state.RamDisk;
import dev.nanokit.state.lock.Holder;
import dev.nanokit.state.lock.LockRequest;
import dev.nanokit.state.lock.LockRequest.InfraAccess;
import dev.nanokit.state.lock.Sighting;
import dev.nanokit.state.table.LocalDynamoDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** State, report, locks and audit trail are the same to the letter, whoever runs it and whatever the table is. */
@Timeout(120)
class SameResultsTest {
    private static final List<Resource> SHOP =
            List.of(thing("net", "red"), thing("db", "red", "net"), thing("web", "red", "db"));
    private static final Holder ADMIN = new Holder("grace@vps", "nkapp infra unlock", "", Instant.EPOCH);

    @TempDir(factory = RamDisk.class)
    Path folder;

    /** What is done at a site, and how the last of it ended. */
    @SuppressWarnings("ImmutableEnumChecker") // The functions remember nothing.
    enum Story {
        CREATED(site -> site.run(SHOP).apply()),
        AGREED_TO(site -> {
            Plan plan = site.run(SHOP).plan();
            return site.run(SHOP).apply(plan);
        }),
        UNCHANGED(site -> {
            site.run(SHOP).apply();
            return site.run(SHOP).apply();
        }),
        CHANGED_AND_REPLACED(site -> {
            site.run(SHOP).apply();
            return site.run(List.of(shaped("net", "square"), thing("db", "blue", "net"), thing("api", "red", "db")))
                    .apply();
        }),
        DESTROYED(site -> {
            site.run(SHOP).apply();
            return site.run(List.of()).destroying().apply();
        }),
        FAILED_ON_THE_WAY(site -> site.run(
                        SHOP,
                        provider -> provider.when(key("db"), (change, tries) -> {
                            throw new ProviderException("quota exceeded", false, "Quota", "ask for more", null);
                        }))
                .apply()),
        CANCELLED(site -> {
            AtomicBoolean asked = new AtomicBoolean();
            return site.run(SHOP, provider -> provider.when(key("net"), (change, tries) -> asked.set(true)))
                    .cancelledWhen(asked::get)
                    .apply();
        }),
        UNLOCKED(site -> site.run(
                        SHOP,
                        provider -> provider.when(
                                key("db"), (change, tries) -> site.locks().unlock(site.id(), ADMIN)))
                .apply()),
        STALE(site -> {
            Plan plan = site.run(SHOP).plan();
            site.run(List.of(thing("other", "red"))).apply();
            return site.run(SHOP).apply(plan);
        }),
        GUARDED(site -> {
            site.run(List.of(store("orders"))).apply();
            return site.run(List.of()).destroying().apply();
        }),
        BLOCKED(site -> {
            site.locks()
                    .acquire(
                            new LockRequest(site.id(), "main", InfraAccess.WRITE, ADMIN, "admin", Site.LEASE),
                            Sighting.NONE);
            return site.run(SHOP).waiting(Duration.ofSeconds(10)).apply();
        }),
        NOT_READY(site -> site.run(List.of(shared("net"), thing("web", "red", "net")))
                .component("shop")
                .sharing()
                .apply());

        private final Function<Site, ApplyResult> told;

        Story(Function<Site, ApplyResult> told) {
            this.told = told;
        }
    }

    @ParameterizedTest
    @EnumSource
    void endsTheSame(Story story) throws IOException {
        Picture inProcess = picture(story, site(Site.IN_PROCESS, false));

        assertThat(picture(story, site(AslWorkflows::new, false)))
                .as("workflows, SQLite")
                .isEqualTo(inProcess);
        assertThat(picture(story, site(Site.IN_PROCESS, true)))
                .as("one process, DynamoDB")
                .isEqualTo(inProcess);
        assertThat(picture(story, site(AslWorkflows::new, true)))
                .as("workflows, DynamoDB")
                .isEqualTo(inProcess);
    }

    private Site site(Site.Runner runner, boolean dynamoDb) throws IOException {
        Path place = Files.createTempDirectory(folder, "site");
        return dynamoDb
                ? new Site(LocalDynamoDb.openNew(InstantSource.system()), place, runner)
                : new Site(place, runner);
    }

    private static Picture picture(Story story, Site site) {
        try (site) {
            return Picture.of(story.told.apply(site), site);
        }
    }
}
