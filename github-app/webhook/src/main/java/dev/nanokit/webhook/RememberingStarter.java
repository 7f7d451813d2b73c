package dev.nanokit.webhook;

import dev.nanokit.state.table.Condition;
import dev.nanokit.state.table.ConditionFailedException;
import dev.nanokit.state.table.Item;
import dev.nanokit.state.table.ItemKey;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.TableException;
import dev.nanokit.state.table.Write;
import dev.nanokit.webhook.trigger.Trigger;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;

/**
 * Starts work once, by remembering in the table what was started. It is remembered only after it was started: whoever
 * dies in between leaves work that runs, and is started by the next delivery under the same name, which does nothing.
 * The other way round, work that nobody started would count as done.
 */
public final class RememberingStarter implements WorkflowStarter {
    /** GitHub delivers again for three days. */
    static final Duration REMEMBERED_FOR = Duration.ofDays(7);

    private final Table table;
    private final WorkflowStarter starter;
    private final InstantSource clock;

    /** @param starter starts work of a name only once even when asked twice at the same time */
    public RememberingStarter(Table table, WorkflowStarter starter, InstantSource clock) {
        this.table = table;
        this.starter = starter;
        this.clock = clock;
    }

    @Override
    public void start(String name, Trigger trigger) {
        ItemKey key = new ItemKey("DELIVERY#" + name, "STARTED");
        if (table.get(key).isPresent()) {
            return;
        }
        starter.start(name, trigger);
        remember(key);
    }

    /** The work is on its way already, so that it can't be remembered is no reason to be sent it again. */
    private void remember(ItemKey key) {
        long expiry = clock.instant().plus(REMEMBERED_FOR).getEpochSecond();
        Item item = new Item(key, 1, 0, "{}", OptionalLong.of(expiry));
        try {
            table.transact(List.of(new Write.Put(item, new Condition.Absent())));
        } catch (ConditionFailedException | TableException e) {
            // Somebody else remembered it, or the name of the work has to do.
        }
    }
}
