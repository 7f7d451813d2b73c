package dev.nanokit.engine.config.check;

import dev.nanokit.engine.config.tree.Block;
import dev.nanokit.engine.config.tree.Located;
import java.util.Optional;

/**
 * The gateway's ports on the host, from either way to write them.
 *
 * @param httpName the key that names the port
 */
public record GatewayPorts(
        Located<Integer> httpPort, String httpName, Optional<Located<Integer>> httpsPort, String httpsName) {
    private static final int DEFAULT_HTTP = 80;

    /** Empty where there is no gateway. */
    public static Optional<GatewayPorts> of(Block root) {
        if (!isOn(root)) {
            return Optional.empty();
        }
        Optional<Located<Integer>> inBlock = root.block("gateway").flatMap(block -> block.whole("httpPort"));
        Optional<Located<Integer>> secureInBlock = root.block("gateway").flatMap(block -> block.whole("httpsPort"));
        Optional<Located<Integer>> beside = root.whole("gatewayPort");
        return Optional.of(new GatewayPorts(
                inBlock.or(() -> beside).orElseGet(() -> new Located<>(DEFAULT_HTTP, root.placeOfKey("gateway"))),
                inBlock.isPresent() ? "gateway.httpPort" : beside.isPresent() ? "gatewayPort" : "gateway",
                secureInBlock.or(() -> root.whole("gatewayHttpsPort")),
                secureInBlock.isPresent() ? "gateway.httpsPort" : "gatewayHttpsPort"));
    }

    private static boolean isOn(Block root) {
        return root.isTrue("gateway")
                || root.block("gateway").isPresent()
                || (!root.has("gateway") && (root.has("gatewayPort") || root.has("gatewayHttpsPort")));
    }
}
