package dev.nanokit.state.lock;

import dev.nanokit.state.EnvironmentId;
import dev.nanokit.state.table.Item;
import dev.nanokit.state.table.ItemKey;
import dev.nanokit.state.table.Table;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The locks of an environment as somebody last saw them. They may have changed since; every write is made over the
 * version that was seen, so what is decided upon an old view is not done.
 *
 * @param complete whether these are all there are; else those that are missing may be there all the same
 */
record LockView(InfraLock infra, Map<String, ComponentLock> components, boolean complete) {
    LockView {
        components = Map.copyOf(components);
    }

    /** All lock items of the environment, in one request as a rule. */
    static Map<ItemKey, Item> items(Table table, EnvironmentId environment) {
        Map<ItemKey, Item> items = new HashMap<>();
        table.query(environment.partition(), "LOCK#", item -> items.put(item.key(), item));
        return items;
    }

    static LockView of(EnvironmentId environment, Map<ItemKey, Item> items, boolean complete) {
        Map<String, ComponentLock> components = new HashMap<>();
        InfraLock infra = InfraLock.neverTaken();
        for (Item item : items.values()) {
            if (item.key().equals(InfraLock.key(environment))) {
                infra = InfraLock.read(item);
            } else if (ComponentLock.isOne(item.key())) {
                ComponentLock lock = ComponentLock.read(item);
                components.put(lock.component(), lock);
            }
        }
        return new LockView(infra, components, complete);
    }

    boolean knows(String component) {
        return complete || components.containsKey(component);
    }

    ComponentLock component(String name) {
        return components.getOrDefault(name, ComponentLock.neverTaken(name));
    }

    /** The components' locks that are held. */
    List<ComponentLock> held() {
        return components.values().stream()
                .filter(lock -> lock.tenure().isPresent())
                .sorted(Comparator.comparing(ComponentLock::component))
                .toList();
    }

    /** The locks of those who hold the infrastructure's. */
    List<ComponentLock> holders() {
        return infra.holders().stream().sorted().map(this::component).toList();
    }
}
