package dev.nanokit.state.table.dynamodb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.nanokit.state.Tables;
import dev.nanokit.state.table.Condition;
import dev.nanokit.state.table.ConditionFailedException;
import dev.nanokit.state.table.Item;
import dev.nanokit.state.table.ItemKey;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.TableException;
import dev.nanokit.state.table.Write;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.dynamodb.services.local.main.ServerRunner;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;

/** The way nkapp gets to its table: by an address, over HTTP. */
class DynamoDbOverHttpTest {
    private static final List<String> CREDENTIALS = List.of("aws.accessKeyId", "aws.secretAccessKey");

    private DynamoDBProxyServer server;
    private String endpoint;

    @BeforeEach
    void start() throws Exception {
        String port = Integer.toString(freePort());
        server = quietly(port);
        server.start();
        endpoint = "http://localhost:" + port;
        CREDENTIALS.forEach(name -> System.setProperty(name, "local"));
    }

    @AfterEach
    void stop() throws Exception {
        CREDENTIALS.forEach(System::clearProperty);
        server.stop();
    }

    @Test
    void tableIsOpenedByItsAddressAndMadeOnDemand() {
        String address = "dynamodb://team-state?region=eu-west-1&endpoint=" + endpoint;
        Item item = new Item(new ItemKey("p", "a"), 1, 0, "{}", OptionalLong.empty());
        try (Table table = Tables.open(address, InstantSource.system())) {
            TableException missing = catchThrowableOfType(TableException.class, () -> table.get(item.key()));
            assertThat(missing).hasMessageContaining("team-state does not exist");
        }

        try (Table table = Tables.open(address + "&create=true", InstantSource.system())) {
            table.transact(List.of(new Write.Put(item, new Condition.Absent())));
            ConditionFailedException failure = catchThrowableOfType(
                    ConditionFailedException.class,
                    () -> table.transact(List.of(new Write.Put(item, new Condition.Absent()))));
            assertThat(failure.failures().getFirst().current()).contains(item);
        }
        try (Table table = Tables.open(address, InstantSource.system())) {
            assertThat(table.get(item.key())).contains(item);
        }
    }

    /** The server greets on the standard output. */
    private static DynamoDBProxyServer quietly(String port) throws Exception {
        PrintStream out = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8));
        try {
            return ServerRunner.createServerFromCommandLineArgs(new String[] {"-inMemory", "-port", port});
        } finally {
            System.setOut(out);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
