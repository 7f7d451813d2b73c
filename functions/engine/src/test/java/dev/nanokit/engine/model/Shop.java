package dev.nanokit.engine.model;

import static dev.nanokit.engine.model.Resources.a;

import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.value.Secret;
import dev.nanokit.engine.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The shop of the examples: a network, a database on a volume, a web server in front. */
public final class Shop {
    public static final ResourceKey NETWORK = ResourceKey.parse("network/default");
    public static final ResourceKey VOLUME = ResourceKey.parse("volume/orders");
    public static final ResourceKey ORDERS = ResourceKey.parse("database/orders");
    public static final ResourceKey WEB = ResourceKey.parse("container/web");

    private Shop() {}

    public static Resources network() {
        return a(NETWORK).with("cidr", "10.40.0.0/24").replacedOn("cidr").onLine(3);
    }

    public static Resources volume() {
        return a(VOLUME)
                .with("driver", "local")
                .replacedOn("driver")
                .holdingData()
                .onLine(10);
    }

    public static Resources orders() {
        return a(ORDERS)
                .with("image", "postgres:16")
                .with("network", Value.ref(NETWORK, "id"))
                .with("volume", Value.ref(VOLUME, "id"))
                .with("password", secret("env:ORDERS_PASSWORD", "hunter2"))
                .after(NETWORK)
                .after(VOLUME)
                .onLine(10);
    }

    public static Resources web() {
        return web("web");
    }

    /** The web server under another name. */
    public static Resources web(String name) {
        return a("container/" + name)
                .with("image", "nginx:1.26")
                .with("network", Value.ref(NETWORK, "id"))
                .with("ports", Value.texts(List.of("8080:80")))
                .with("env", Value.obj(env("info", "hunter2")))
                .after(NETWORK)
                .after(ORDERS)
                .claiming("host-port/8080")
                .onLine(14);
    }

    public static Map<String, Value> env(String logLevel, String password) {
        return Map.of(
                "LOG_LEVEL", Value.text(logLevel),
                "ORDERS_URL",
                        Value.template(
                                Value.text("postgres://app:"),
                                secret("env:ORDERS_PASSWORD", password),
                                Value.text("@"),
                                Value.ref(ORDERS, "address")));
    }

    public static Value secret(String source, String text) {
        return Value.hidden(Secret.revealed(source, text));
    }

    public static List<Resource> whole() {
        return all(network(), volume(), orders(), web());
    }

    public static List<Resource> all(Resources... resources) {
        List<Resource> built = new ArrayList<>();
        for (Resources resource : resources) {
            built.add(resource.build());
        }
        return built;
    }

    /** A site where the shop runs. */
    public static Site running() {
        Site site = new Site();
        site.bringAbout(whole());
        return site;
    }
}
