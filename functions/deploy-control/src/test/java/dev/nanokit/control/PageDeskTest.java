package dev.nanokit.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.source.Place;
import dev.nanokit.engine.source.Problem;
import dev.nanokit.github.plans.PlanKey;
import dev.nanokit.github.plans.PlanLinks;
import dev.nanokit.github.plans.PlanPages.Page;
import dev.nanokit.state.EnvironmentId;
import dev.nanokit.state.store.TableStateStore;
import dev.nanokit.state.table.Condition;
import dev.nanokit.state.table.Item;
import dev.nanokit.state.table.ItemKey;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.TableException;
import dev.nanokit.state.table.Write;
import dev.nanokit.state.table.memory.MemoryTable;
import dev.nanokit.webhook.log.JsonLog;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PageDeskTest {
    private final InstantSource clock = InstantSource.system();
    private final MemoryTable table = new MemoryTable(clock);
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    private PageDesk desk(Table seen) {
        return new PageDesk(
                seen,
                new TableStateStore(seen, clock),
                new JsonLog(new PrintStream(log, true, StandardCharsets.UTF_8), clock));
    }

    private URI keep(String warning) {
        Plan plan = new Plan(
                "p1",
                "shop",
                "production",
                "main",
                "",
                0,
                List.of(),
                List.of(),
                List.of(Problem.warning(new Place("nanokit.yml", 1, 1), warning, "", "")),
                List.of(),
                Optional.empty(),
                "");
        new TableStateStore(table, clock)
                .savePlan(new EnvironmentId("42", "shop", "production"), plan, Duration.ofDays(30));
        return URI.create(new PlanLinks("https://pages.example", PlanKey.of(table)).link("p1"));
    }

    @Test
    void linkOfACheckShowsItsPlan() {
        URI link = keep("mind the gap");

        Page page = desk(new ReadOnly()).page(link.getPath(), link.getRawQuery());

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html()).contains("shop · production · main", "mind the gap");
    }

    @Test
    void addressThatIsNotSignedIsNoneWhetherThereIsSuchAPlanOrNot() {
        keep("mind the gap");

        Page wrong = desk(new ReadOnly()).page("/plans/p1", "signature=guess");

        assertThat(wrong.status()).isEqualTo(404);
        assertThat(desk(new ReadOnly()).page("/plans/p2", "signature=guess")).isEqualTo(wrong);
        assertThat(desk(new ReadOnly()).page("/", "")).isEqualTo(wrong);
    }

    @Test
    void whereNoLinkWasEverMadeThereIsNoPageAndNoKeyIsMade() {
        assertThat(desk(new ReadOnly()).page("/plans/p1", "signature="))
                .extracting(Page::status)
                .isEqualTo(404);
        assertThat(PlanKey.find(table)).isEmpty();
    }

    @Test
    void keyThatIsDeletedMakesAllLinksVoidAtOnce() {
        URI link = keep("mind the gap");
        PageDesk desk = desk(new ReadOnly());
        assertThat(desk.page(link.getPath(), link.getRawQuery()).status()).isEqualTo(200);

        table.transact(List.of(new Write.Delete(new ItemKey("PLAN_PAGES", "KEY"), new Condition.Always())));

        assertThat(desk.page(link.getPath(), link.getRawQuery()).status()).isEqualTo(404);
    }

    @Test
    void planThatIsTooLargeToBeAnsweredSaysWhereItCanBeSeen() {
        URI link = keep("mind the gap");
        PageDesk narrow = new PageDesk(table, new TableStateStore(table, clock), new JsonLog(System.out, clock), 1000);

        Page page = narrow.page(link.getPath(), link.getRawQuery());

        assertThat(page.status()).isEqualTo(413);
        assertThat(page.html()).contains("nkapp plan");
    }

    @Test
    void tableThatCannotBeReadIsSaidWithoutItsWords() {
        Page page = desk(new ReadOnly() {
                    @Override
                    public Optional<Item> get(ItemKey key) {
                        throw new TableException("the table of account 123 is throttled", true, "wait", null);
                    }
                })
                .page("/plans/p1", "signature=sesame");

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.html()).doesNotContain("123");
        assertThat(log.toString(StandardCharsets.UTF_8)).contains("throttled").doesNotContain("sesame");
    }

    /** As the function may: it writes nothing. */
    private class ReadOnly implements Table {
        @Override
        public Optional<Item> get(ItemKey key) {
            return table.get(key);
        }

        @Override
        public void query(String partition, String sortPrefix, int limit, Consumer<Item> each) {
            table.query(partition, sortPrefix, limit, each);
        }

        @Override
        public void transact(List<Write> writes) {
            throw new AssertionError("the function may not write: " + writes);
        }

        @Override
        public void close() {}
    }
}
