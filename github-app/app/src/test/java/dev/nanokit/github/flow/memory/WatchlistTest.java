package dev.nanokit.github.flow.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.state.EnvironmentId;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.sqlite.SqliteTable;
import dev.nanokit.webhook.trigger.RepositoryRef;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is due, as hours go by. */
class WatchlistTest {
    private static final RepositoryRef SHOP = new RepositoryRef(7, 42, "acme/shop", "main");
    private static final EnvironmentId PRODUCTION = new EnvironmentId("42", "shop", "production");
    private static final EnvironmentId STAGE = new EnvironmentId("42", "shop", "stage");
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    private Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-24T12:00:00Z"));
    private Table table;
    private Watchlist list;

    @BeforeEach
    void open() {
        table = SqliteTable.open(folder.resolve("state.db"), now::get);
        list = new Watchlist(table, now::get);
    }

    @AfterEach
    void close() {
        table.close();
    }

    @Test
    void whatWasAppliedIsDueADayLaterAndAgainADayAfterItWasLookedAt() {
        list.applied(SHOP, PRODUCTION, "main");
        assertThat(list.due(DAY, HOUR)).isEmpty();

        pass(DAY);
        Watched due = list.due(DAY, HOUR).getFirst();
        assertThat(due.repository()).isEqualTo(SHOP);
        list.looked(due, false);

        assertThat(list.due(DAY, HOUR)).isEmpty();
        pass(DAY);
        assertThat(list.due(DAY, HOUR)).hasSize(1);
    }

    @Test
    void theLongestWaitingComesFirst() {
        list.applied(SHOP, STAGE, "main");
        pass(HOUR);
        list.applied(SHOP, PRODUCTION, "main");
        pass(DAY);

        assertThat(list.due(DAY, HOUR)).extracting(Watched::environment).containsExactly(STAGE, PRODUCTION);
    }

    @Test
    void ofTwoWhoBeginOneHasIt() {
        list.applied(SHOP, PRODUCTION, "main");
        pass(DAY);
        Watched due = list.due(DAY, HOUR).getFirst();

        assertThat(list.begin(due)).isPresent();
        assertThat(list.begin(due)).isEmpty();
        assertThat(list.due(DAY, HOUR)).isEmpty();
    }

    @Test
    void whoeverDiesOverItLeavesItToOthersAfterAnHour() {
        list.applied(SHOP, PRODUCTION, "main");
        pass(DAY);
        list.begin(list.due(DAY, HOUR).getFirst());
        pass(HOUR);

        assertThat(list.due(DAY, HOUR)).hasSize(1);
    }

    @Test
    void anApplyAfterDriftIsLookedAtSoonAndKeepsNewestRepository() {
        list.applied(SHOP, PRODUCTION, "main");
        pass(DAY);
        list.looked(list.due(DAY, HOUR).getFirst(), true);
        RepositoryRef renamed = new RepositoryRef(8, 42, "acme/store", "main");

        list.applied(renamed, PRODUCTION, "main");

        assertThat(list.due(DAY, HOUR)).extracting(Watched::repository).containsExactly(renamed);
    }

    @Test
    void nothingIsForgottenByItself() {
        list.applied(SHOP, PRODUCTION, "main");
        pass(Duration.ofDays(1_000));

        assertThat(list.due(DAY, HOUR)).hasSize(1);
        list.forget(list.due(DAY, HOUR).getFirst());
        assertThat(list.due(DAY, HOUR)).isEmpty();
    }

    private void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }
}
