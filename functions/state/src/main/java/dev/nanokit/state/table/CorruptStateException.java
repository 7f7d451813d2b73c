package dev.nanokit.state.table;

/** What an item holds cannot be read. The message names the item and what is wrong; {@link #fix} what to do. */
public final class CorruptStateException extends RuntimeException {
    public CorruptStateException(ItemKey item, String problem, Throwable cause) {
        super("the item " + item + " of the state can't be read: " + problem, cause);
    }

    public String fix() {
        return "Put back a copy of the state from before it was damaged; or take the damaged item out (of SQLite: move the"
                + " state file aside), and run again: what exists is adopted again by its labels.";
    }
}
