package dev.nanokit.state.audit;

import dev.nanokit.engine.value.Value;
import dev.nanokit.state.EnvironmentId;
import dev.nanokit.state.table.Condition;
import dev.nanokit.state.table.Fields;
import dev.nanokit.state.table.Item;
import dev.nanokit.state.table.ItemKey;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The entries of a project, kept in one partition, environment by environment. Their sort keys fall as time goes on, so
 * that the newest are read first and the others need not be read at all.
 */
public final class AuditTrail {
    private final Table table;

    public AuditTrail(Table table) {
        this.table = table;
    }

    /** The write that adds an entry, to be done together with what it is about. */
    public static Write entry(EnvironmentId environment, AuditEntry entry) {
        String sort = prefix(environment)
                + "%019d#%s".formatted(Long.MAX_VALUE - entry.at().toEpochMilli(), UUID.randomUUID());
        Value.Obj body = Value.obj(Map.of(
                "at", Value.text(entry.at().toString()),
                "who", Value.text(entry.who()),
                "what", Value.text(entry.what()),
                "detail", Value.text(entry.detail())));
        ItemKey key = new ItemKey(environment.auditPartition(), sort);
        return new Write.Put(Item.of(key, 1, body), new Condition.Absent());
    }

    public void add(EnvironmentId environment, AuditEntry entry) {
        table.transact(List.of(entry(environment, entry)));
    }

    /** The entries about an environment, the newest first. */
    public List<AuditEntry> newest(EnvironmentId environment, int limit) {
        List<AuditEntry> entries = new ArrayList<>();
        table.query(
                environment.auditPartition(), prefix(environment), limit, item -> entries.add(read(Fields.of(item))));
        return entries;
    }

    private static String prefix(EnvironmentId environment) {
        return environment.environment() + "#";
    }

    private static AuditEntry read(Fields fields) {
        return new AuditEntry(fields.instant("at"), fields.text("who"), fields.text("what"), fields.text("detail"));
    }
}
