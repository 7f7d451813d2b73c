package dev.nanokit.engine.plan;

/** What a change does, with the word and the sign under which people meet it. */
public enum Action {
    CREATE("create", "+"),
    UPDATE("update", "~"),
    REPLACE("replace", "±"),
    DELETE("delete", "-"),
    ADOPT("adopt", "•"),
    NO_OP("no-op", "•");

    private final String word;
    private final String sign;

    Action(String word, String sign) {
        this.word = word;
        this.sign = sign;
    }

    public String word() {
        return word;
    }

    public String sign() {
        return sign;
    }

    public boolean changesSomething() {
        return this != NO_OP;
    }
}
