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
 *   <li>of two transactions whose conditions exclude each other, one fails, in whatever process or host they run;
 *   <li>an item that has expired is gone: it is not read, and conditions see it as absent, even where the store has not
 *       removed it yet.
 * </ul>
 *
 * Every method may throw {@link TableException} when the store itself fails. Safe for use by many threads.
 */
public interface Table extends AutoCloseable {
    /** As many writes as one transaction takes (DynamoDB's limit). */
    int MAX_WRITES = 100;

    /** As many bytes of UTF-8 as an item's body may have (DynamoDB's 400 KB for the item, less room for its keys). */
    int MAX_BODY_BYTES = 390 * 1024;

    /** As many bytes of bodies as one transaction takes (DynamoDB's 4 MB, less room for keys). */
    int MAX_TRANSACTION_BYTES = 3_800_000;

    Optional<Item> get(ItemKey key);

    /**
     * Gives items of a partition whose sort key begins with the prefix, in the order of their sort keys (by the bytes of
     * UTF-8). Reads page by page: memory does not grow with the number of items.
     *
     * @param limit how many at most
     */
    void query(String partition, String sortPrefix, int limit, Consumer<Item> each);

    /** Gives all items of a partition whose sort key begins with the prefix. */
    default void query(String partition, String sortPrefix, Consumer<Item> each) {
        query(partition, sortPrefix, Integer.MAX_VALUE, each);
    }

    /**
     * Writes all or nothing.
     *
     * @param writes 1 to {@link #MAX_WRITES}, each about another item
     * @throws ConditionFailedException when a condition does not hold; names which, and what is there instead
     * @throws IllegalArgumentException when there are too many writes, or two about the same item
     */
    void transact(List<Write> writes);

    @Override
    void close();
}
