package dev.nanokit.server;

import dev.nanokit.server.work.RetrySchedule;
import dev.nanokit.server.work.WorkLimits;
import dev.nanokit.server.work.WorkSlots;
import dev.nanokit.state.table.sqlite.SqliteTable;
import dev.nanokit.webhook.WebhookSecrets;
import dev.nanokit.webhook.log.JsonLog;
import dev.nanokit.webhook.trigger.Trigger;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * A server in a process of its own: prints its port, and each branch whose push it has handled. With {@code stuck} as
 * second argument it never comes to the end of any.
 */
final class KilledProcess {
    private KilledProcess() {}

    public static void main(String[] arguments) throws Exception {
        boolean stuck = arguments[1].equals("stuck");
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        TriggerHandler handler = trigger -> {
            if (stuck) {
                new CountDownLatch(1).await();
            }
            out.println(((Trigger.BranchPushed) trigger).branch());
        };
        WebhookSecrets secrets = WebhookSecrets.of(List.of(Delivery.SECRET));
        AppServer server = AppServer.start(
                new ServerSettings(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        new WorkLimits(new WorkSlots(4), 10_000, new RetrySchedule(List.of(Duration.ZERO))),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(30)),
                () -> secrets,
                SqliteTable.open(Path.of(arguments[0]), InstantSource.system()),
                handler,
                new JsonLog(
                        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                        InstantSource.system()),
                InstantSource.system());
        out.println("port " + server.address().getPort());
        new CountDownLatch(1).await();
    }
}
