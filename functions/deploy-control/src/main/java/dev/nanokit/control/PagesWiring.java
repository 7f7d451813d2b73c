package dev.nanokit.control;

import dev.nanokit.state.store.TableStateStore;
import dev.nanokit.state.table.Table;
import dev.nanokit.webhook.log.JsonLog;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Puts the pages function together when it starts. */
class PagesWiring {
    @Produces
    @Singleton
    PageDesk desk(Table table, InstantSource clock) {
        return new PageDesk(table, new TableStateStore(table, clock), new JsonLog(System.out, clock));
    }
}
