package dev.nanokit.github.standin.web;

/** The one App that is registered at the stand-in. */
public record App(long id, String slug, AppKeys keys, String webhookSecret) {
    public String bot() {
        return slug + "[bot]";
    }

    @Override
    public String toString() {
        return "App[" + id + ", " + slug + "]";
    }
}
