package dev.nanokit.state.table;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The one table that holds everything: items under a partition and a sort key, written under conditions. The contract,
 * which every implementation's tests share:
 *
 * <ul>
 *   <li>{@link #get} and {@link #query} see every write that was acknowledged before they began;
 *   <li>{@link #transact} does all its writes or none, and none when a condition does not hold;
 *   <li>of two transactions whose conditions exclude each other, one fails, in whatever process or host they run.
 * </ul>
 *
 * Every method may throw {@link TableException} when the store itself fails.
 */
public interface Table extends AutoCloseable {
    /** As many writes as one transaction takes (DynamoDB's limit). */
    int MAX_WRITES = 100;

    Optional<Item> get(ItemKey key);

    /** Gives the items of a partition whose sort key begins with the prefix, in the order of their sort keys. */
    void query(String partition, String sortPrefix, Consumer<Item> each);

    /**
     * Writes all or nothing.
     *
     * @param writes 1 to {@link #MAX_WRITES}, each about another item
     * @throws ConditionFailedException when a condition does not hold; names which
     */
    void transact(List<Write> writes);

    @Override
    void close();
}
