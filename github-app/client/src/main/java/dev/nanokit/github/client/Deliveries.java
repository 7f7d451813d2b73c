package dev.nanokit.github.client;

import dev.nanokit.github.api.AppDeliveries;
import dev.nanokit.github.client.http.Api;
import dev.nanokit.github.client.http.Given;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The deliveries of the App's webhook. */
final class Deliveries implements AppDeliveries {
    private static final String PATH = "/app/hook/deliveries";

    private final Api app;

    Deliveries(Api app) {
        this.app = app;
    }

    @Override
    public List<Attempt> since(Instant time) {
        return app.listWhile(PATH + "?per_page=100", item -> !at(item).isBefore(time)).stream()
                .map(Deliveries::attempt)
                .toList();
    }

    @Override
    public void redeliver(long attempt) {
        app.post(PATH + "/" + attempt + "/attempts");
    }

    private static Instant at(JsonNode item) {
        return Given.time(item, "delivered_at");
    }

    private static Attempt attempt(JsonNode item) {
        return new Attempt(
                Given.number(item, "id"),
                Given.text(item, "guid"),
                at(item),
                item.path("redelivery").asBoolean(false),
                item.path("event").asString(""),
                item.path("action").asStringOpt(),
                item.path("status_code").asInt(0),
                item.path("status").asString(""));
    }
}
