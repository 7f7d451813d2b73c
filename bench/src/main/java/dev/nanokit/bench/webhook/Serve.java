package dev.nanokit.bench.webhook;

import dev.nanokit.server.AppServer;
import dev.nanokit.server.ServerSettings;
import dev.nanokit.state.Tables;
import dev.nanokit.state.table.Table;
import dev.nanokit.webhook.WebhookSecrets;
import dev.nanokit.webhook.log.JsonLog;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** The server of {@code nkapp github serve}, with a handler that does nothing. Takes the path of its state file. */
final class Serve {
    private Serve() {}

    public static void main(String[] arguments) throws Exception {
        InstantSource clock = InstantSource.system();
        Table table = Tables.open("sqlite://" + Path.of(arguments[0]).toAbsolutePath(), clock);
        WebhookSecrets secrets = WebhookSecrets.of(List.of(SignedRequest.SECRET));
        JsonLog silent =
                new JsonLog(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8), clock);
        AppServer server = AppServer.start(
                ServerSettings.on(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)),
                () -> secrets,
                table,
                trigger -> {},
                silent,
                clock);
        System.out.println("port " + server.address().getPort());
        new CountDownLatch(1).await();
    }
}
