package dev.nanokit.github.standin.world;

import java.time.Instant;

/** An issue as it stands. */
public final class Issue {
    private final long id;
    private final int number;
    private final Account author;
    private final boolean byApp;
    private final Instant createdAt;
    private String title;
    private String body;
    private String state = "open";
    private String reason = "";
    private int writes;

    Issue(long id, int number, Account author, boolean byApp, Instant createdAt, String title, String body) {
        this.id = id;
        this.number = number;
        this.author = author;
        this.byApp = byApp;
        this.createdAt = createdAt;
        this.title = title;
        this.body = body;
    }

    public long id() {
        return id;
    }

    public int number() {
        return number;
    }

    public Account author() {
        return author;
    }

    public boolean byApp() {
        return byApp;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public String title() {
        return title;
    }

    public String body() {
        return body;
    }

    public boolean open() {
        return state.equals("open");
    }

    /** Why it is in that state, in GitHub's words; empty where nobody said. */
    public String reason() {
        return reason;
    }

    /** How often it was written anew since it was opened. */
    public int writes() {
        return writes;
    }

    public void write(String newTitle, String newBody) {
        title = newTitle;
        body = newBody;
        writes++;
    }

    /** @param why empty where nobody says */
    public void state(String newState, String why) {
        state = newState;
        reason = why;
    }
}
