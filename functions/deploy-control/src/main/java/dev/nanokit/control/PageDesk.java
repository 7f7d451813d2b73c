package dev.nanokit.control;

import dev.nanokit.github.plans.PlanKey;
import dev.nanokit.github.plans.PlanPages;
import dev.nanokit.github.plans.PlanPages.Page;
import dev.nanokit.github.report.page.PlanPage;
import dev.nanokit.state.store.StateStore;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.TableException;
import dev.nanokit.webhook.log.JsonLog;
import dev.nanokit.webhook.log.JsonLog.Level;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Looks up what is to be shown at an address. Reads the signing key for each page, so that none is in a snapshot, and
 * deleting it makes all links void at once.
 */
final class PageDesk {
    /** Of what a function may answer, 6 MB, less what JSON adds. */
    private static final int MOST_BYTES = 5_000_000;

    private static final int TOO_LARGE = 413;
    private static final int UNAVAILABLE = 503;

    private final Table table;
    private final StateStore store;
    private final JsonLog log;
    private final int mostBytes;

    PageDesk(Table table, StateStore store, JsonLog log) {
        this(table, store, log, MOST_BYTES);
    }

    PageDesk(Table table, StateStore store, JsonLog log, int mostBytes) {
        this.table = table;
        this.store = store;
        this.log = log;
        this.mostBytes = mostBytes;
    }

    Page page(String path, String query) {
        Page page;
        try {
            page = fitting(look(path, query));
        } catch (TableException e) {
            log.write(Level.ERROR, "page", Map.of("error", String.valueOf(e.getMessage())));
            return message(UNAVAILABLE, "Not now", "The plan can't be read at the moment. Try again in a while.");
        }
        log.write(Level.INFO, "page", Map.of("status", page.status()));
        return page;
    }

    /** Where no link was ever made, there is no key, and no signature is right. */
    private Page look(String path, String query) {
        return PlanPages.of(store, PlanKey.find(table)).at(path, query);
    }

    private Page fitting(Page page) {
        return page.html().getBytes(StandardCharsets.UTF_8).length <= mostBytes
                ? page
                : message(
                        TOO_LARGE,
                        "This plan is too large for a page",
                        "Run nkapp plan in the folder of its nanokit.yml to see it.");
    }

    private static Page message(int status, String title, String text) {
        return new Page(status, PlanPage.message(title, text));
    }
}
