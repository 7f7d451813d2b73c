package dev.nanokit.state.table;

/** One part of a transaction. */
public sealed interface Write {
    ItemKey key();

    Condition condition();

    record Put(Item item, Condition condition) implements Write {
        @Override
        public ItemKey key() {
            return item.key();
        }
    }

    record Delete(ItemKey key, Condition condition) implements Write {}

    /** Writes nothing, but fails the transaction unless the condition holds. */
    record Check(ItemKey key, Condition condition) implements Write {}
}
