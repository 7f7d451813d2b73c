package dev.nanokit.state.store;

import dev.nanokit.engine.value.Value;
import dev.nanokit.state.EnvironmentId;
import dev.nanokit.state.table.Condition;
import dev.nanokit.state.table.Fields;
import dev.nanokit.state.table.Item;
import dev.nanokit.state.table.ItemKey;
import dev.nanokit.state.table.Write;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is remembered of a component besides its resources.
 *
 * @param version of the item that this was read from; 0 when there was none
 * @param repository who owns it; empty while it has nothing
 * @param begunUnder the fencing token of the run that raised the serial last
 */
record ComponentRecord(
        String component,
        long version,
        Optional<String> repository,
        long serial,
        Optional<String> commit,
        long begunUnder) {
    static final String PREFIX = "COMPONENT#";

    static ComponentRecord none(String component) {
        return new ComponentRecord(component, 0, Optional.empty(), 0, Optional.empty(), 0);
    }

    static ItemKey key(EnvironmentId environment, String component) {
        return new ItemKey(environment.partition(), PREFIX + component);
    }

    static ComponentRecord read(Item item) {
        Fields fields = Fields.of(item);
        return new ComponentRecord(
                item.key().sort().substring(PREFIX.length()),
                item.version(),
                fields.optionalText("repository"),
                fields.number("serial"),
                fields.optionalText("commit"),
                fields.number("begunUnder"));
    }

    /** Writes this over the version that it was read from. */
    Write write(EnvironmentId environment) {
        Map<String, Value> fields = new TreeMap<>();
        repository.ifPresent(text -> fields.put("repository", Value.text(text)));
        fields.put("serial", Value.num(serial));
        commit.ifPresent(text -> fields.put("commit", Value.text(text)));
        fields.put("begunUnder", Value.num(begunUnder));
        Condition unchanged = version == 0 ? new Condition.Absent() : new Condition.VersionIs(version);
        return new Write.Put(Item.of(key(environment, component), version + 1, Value.obj(fields)), unchanged);
    }

    ComponentRecord begun(String owner, long token) {
        return new ComponentRecord(component, version, Optional.of(owner), serial + 1, commit, token);
    }

    /** A component that has no resources left belongs to nobody. */
    ComponentRecord finished(String appliedCommit, boolean hasResources) {
        return new ComponentRecord(
                component,
                version,
                hasResources ? repository : Optional.empty(),
                serial,
                Optional.of(appliedCommit),
                begunUnder);
    }
}
