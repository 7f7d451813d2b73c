package dev.nanokit.state.table;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What every store holds a transaction to before it looks at anything, so that all refuse the same. */
public final class TransactionLimits {
    private TransactionLimits() {}

    /**
     * @throws IllegalArgumentException when there are no writes, too many, or two about the same item
     * @throws TableException when an item, or all of them together, are too large
     */
    public static void check(List<Write> writes) {
        if (writes.isEmpty() || writes.size() > Table.MAX_WRITES) {
            throw new IllegalArgumentException(
                    "a transaction has 1 to " + Table.MAX_WRITES + " writes, not " + writes.size());
        }
        Set<ItemKey> keys = new HashSet<>();
        long total = 0;
        for (Write write : writes) {
            if (!keys.add(write.key())) {
                throw new IllegalArgumentException("two writes about the same item " + write.key());
            }
            if (write instanceof Write.Put put) {
                total += checkedSize(put.item());
            }
        }
        if (total > Table.MAX_TRANSACTION_BYTES) {
            throw new IllegalArgumentException("a transaction writes " + Table.MAX_TRANSACTION_BYTES
                    + " bytes at most, not " + total + "; split it");
        }
    }

    /**
     * The bytes of an item's body.
     *
     * @throws TableException when they are too many
     */
    public static long checkedSize(Item item) {
        int size = item.body().getBytes(StandardCharsets.UTF_8).length;
        if (size > Table.MAX_BODY_BYTES) {
            throw new TableException(
                    "the item " + item.key() + " is too large to be kept: " + kilobytes(size) + ", and "
                            + kilobytes(Table.MAX_BODY_BYTES) + " is the most",
                    false,
                    "Make what it is about smaller: move long texts (certificates, files in env) to where they are"
                            + " fetched from, or split the resource.",
                    null);
        }
        return size;
    }

    private static String kilobytes(int bytes) {
        return (bytes + 1023) / 1024 + " KB";
    }
}
