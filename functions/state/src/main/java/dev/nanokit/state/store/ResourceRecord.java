package dev.nanokit.state.store;

import dev.nanokit.engine.resource.RecordedResource;
import dev.nanokit.engine.resource.ResourceJson;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.state.EnvironmentId;
import dev.nanokit.state.table.Condition;
import dev.nanokit.state.table.CorruptStateException;
import dev.nanokit.state.table.Item;
import dev.nanokit.state.table.ItemKey;
import dev.nanokit.state.table.Write;
import java.util.OptionalLong;

/**
 * Recorded resources as items. They are written under no condition of their own: the fence lets one run at a time write
 * a component's resources, and a run gives each resource to one thread. Their version is the serial of the apply.
 */
final class ResourceRecord {
    static final String PREFIX = "RESOURCE#";

    private static final Condition FENCE_DECIDES = new Condition.Always();

    private ResourceRecord() {}

    static String prefix(String component) {
        return PREFIX + component + "#";
    }

    static ItemKey key(EnvironmentId environment, String component, ResourceKey key) {
        return new ItemKey(environment.partition(), prefix(component) + key.type() + "#" + key.name());
    }

    static Write put(EnvironmentId environment, RecordedResource resource) {
        return new Write.Put(
                new Item(
                        key(environment, resource.component(), resource.key()),
                        resource.serial(),
                        0,
                        ResourceJson.write(resource),
                        OptionalLong.empty()),
                FENCE_DECIDES);
    }

    static Write forget(EnvironmentId environment, String component, ResourceKey key) {
        return new Write.Delete(key(environment, component, key), FENCE_DECIDES);
    }

    static RecordedResource read(Item item) {
        try {
            return ResourceJson.read(item.body());
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new CorruptStateException(item.key(), String.valueOf(e.getMessage()), e);
        }
    }
}
