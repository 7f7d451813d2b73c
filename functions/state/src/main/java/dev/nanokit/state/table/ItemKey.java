package dev.nanokit.state.table;

/**
 * Names an item.
 *
 * @param partition items of one partition can be queried together
 * @param sort the item's name and place in its partition
 */
public record ItemKey(String partition, String sort) {
    @Override
    public String toString() {
        return partition + " " + sort;
    }
}
