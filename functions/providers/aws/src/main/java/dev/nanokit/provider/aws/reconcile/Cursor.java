package dev.nanokit.provider.aws.reconcile;

/**
 * How far a change has got, beyond what can be told from what is there.
 *
 * @param looks how often was looked since that was asked for
 */
record Cursor(Asked asked, int looks) {
    static final Cursor BEGIN = new Cursor(Asked.NOTHING, 0);

    enum Asked {
        NOTHING,
        REMOVAL,
        CREATION,
        UPDATE
    }

    static Cursor parse(String text) {
        String[] parts = text.split(":", 2);
        return new Cursor(Asked.valueOf(parts[0]), Integer.parseInt(parts[1]));
    }

    static Cursor after(Asked asked) {
        return new Cursor(asked, 0);
    }

    Cursor looked() {
        return new Cursor(asked, looks + 1);
    }

    @Override
    public String toString() {
        return asked + ":" + looks;
    }
}
