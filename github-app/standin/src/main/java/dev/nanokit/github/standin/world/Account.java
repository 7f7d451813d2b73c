package dev.nanokit.github.standin.world;

/** @param type {@code User}, {@code Organization} or {@code Bot} */
public record Account(long id, String login, String type) {}
