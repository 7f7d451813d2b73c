package dev.nanokit.provider.docker.preflight;

import dev.nanokit.engine.config.Environment;
import dev.nanokit.engine.plan.Change;
import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.source.Place;
import dev.nanokit.engine.source.Problem;
import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.docker.observe.EngineView;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Looks whether a port of the host is held by a container that stays, or by a process of this machine. */
final class PortCheck {
    private final EngineView view;
    private final Environment environment;
    private final boolean local;

    PortCheck(EngineView view, Environment environment, boolean local) {
        this.view = view;
        this.environment = environment;
        this.local = local;
    }

    List<Problem> check(Plan plan, List<Resource> containers) {
        Set<String> changing = namesOfChanging(plan);
        Map<Integer, String> held = heldPorts();
        List<Problem> problems = new ArrayList<>();
        for (Resource container : containers) {
            for (int port : ports(container)) {
                String holder = held.get(port);
                if (holder == null ? isHeldByProcess(port) : !changing.contains(holder)) {
                    String who = holder == null ? "another process of this machine" : "container " + holder;
                    problems.add(inUse(container, port, who));
                }
            }
        }
        return problems;
    }

    private Problem inUse(Resource container, int port, String who) {
        return Problem.error(
                place(container),
                "port " + port + " is in use by " + who,
                "A port of the host can lead to one place only.",
                "Stop what holds it, or choose another port for '"
                        + container.spec().text("service") + "'.");
    }

    private Place place(Resource container) {
        String service = container.spec().text("service");
        return environment.services().containsKey(service)
                ? environment.places().of("services", service, "port")
                : container.place();
    }

    /** What this plan removes or makes anew gives its ports up first. */
    private static Set<String> namesOfChanging(Plan plan) {
        Set<String> names = new HashSet<>();
        plan.changes().forEach(change -> {
            Optional<Value.Obj> recorded = change.recorded().map(resource -> resource.spec());
            recorded.or(() -> change.desired().map(Resource::spec))
                    .filter(spec -> spec.get("name") instanceof Value.Text)
                    .ifPresent(spec -> names.add(spec.text("name")));
            if (change instanceof Change.Update update) {
                names.add(update.resource().spec().get("name") instanceof Value.Text(String name) ? name : "");
            }
        });
        return names;
    }

    private Map<Integer, String> heldPorts() {
        Map<Integer, String> held = new TreeMap<>();
        for (JsonNode container : view.containers()) {
            String name = container.path("Names").path(0).asString("/").substring(1);
            container.path("Ports").forEach(port -> {
                if (port.path("PublicPort").asInt(0) > 0
                        && port.path("Type").asString("tcp").equals("tcp")) {
                    held.put(port.path("PublicPort").asInt(), name);
                }
            });
        }
        return held;
    }

    private static List<Integer> ports(Resource container) {
        return container.spec().get("ports") instanceof Value.Obj ports
                ? ports.fields().keySet().stream().map(Integer::valueOf).toList()
                : List.of();
    }

    private boolean isHeldByProcess(int port) {
        if (!local) {
            return false;
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
            return false;
        } catch (BindException e) {
            return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("in use");
        } catch (IOException e) {
            // Not for us to know; the engine will tell.
            return false;
        }
    }
}
