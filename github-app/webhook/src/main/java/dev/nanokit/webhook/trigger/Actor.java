package dev.nanokit.webhook.trigger;

/** Who did it, as GitHub says. */
public record Actor(String login, boolean bot) {}
