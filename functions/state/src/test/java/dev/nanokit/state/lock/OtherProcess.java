package dev.nanokit.state.lock;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.nanokit.state.EnvironmentId;
import dev.nanokit.state.lock.LockRequest.InfraAccess;
import dev.nanokit.state.table.Condition;
import dev.nanokit.state.table.ConditionFailedException;
import dev.nanokit.state.table.Item;
import dev.nanokit.state.table.ItemKey;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.Write;
import dev.nanokit.state.table.sqlite.SqliteTable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** A process that a test tells what to do, line by line, on a state file that it shares with others. */
public final class OtherProcess {
    static final EnvironmentId ENVIRONMENT = new EnvironmentId("local", "shop", "stage");
    static final Duration LEASE = Duration.ofSeconds(30);

    private final Table table;
    private final Locks locks;
    private final String name = "process " + ProcessHandle.current().pid();
    private LockGrant grant;

    private OtherProcess(Table table) {
        this.table = table;
        this.locks = new TableLocks(table);
    }

    /** @param args the state file */
    public static void main(String[] args) throws IOException {
        try (Table table = SqliteTable.open(Path.of(args[0]), InstantSource.system());
                BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
            OtherProcess process = new OtherProcess(table);
            System.out.println("ready");
            for (String line = commands.readLine(); line != null; line = commands.readLine()) {
                System.out.println(process.answer(line.split(" ", -1)));
            }
        }
    }

    private String answer(String[] words) throws IOException {
        return switch (words[0]) {
            case "acquire" -> acquire();
            case "put" -> put(words[1]);
            case "heartbeat" -> heartbeat();
            case "contend" -> contend(Integer.parseInt(words[1]), Path.of(words[2]));
            case "pairs" -> writePairs(Long.parseLong(words[1]));
            default -> "what is " + words[0] + "?";
        };
    }

    private String acquire() {
        Holder holder = new Holder(name, "test", "", Instant.EPOCH);
        LockRequest request = new LockRequest(ENVIRONMENT, "api", InfraAccess.WRITE, holder, name, LEASE);
        if (locks.acquire(request, Sighting.NONE) instanceof Acquisition.Granted(LockGrant given)) {
            grant = given;
            return "granted " + given.componentToken();
        }
        return "blocked";
    }

    private String put(String resource) {
        List<Write> writes = new ArrayList<>(Fence.checks(grant));
        writes.add(new Write.Put(item("RESOURCE#api#" + resource, 1), new Condition.Always()));
        try {
            table.transact(writes);
            return "done";
        } catch (ConditionFailedException e) {
            return Fence.broken(grant, e).isPresent() ? "lost" : "failed";
        }
    }

    private String heartbeat() {
        try {
            locks.heartbeat(grant);
            return "done";
        } catch (LockLostException e) {
            return "lost";
        }
    }

    /** Notes in the log, which others append to as well, when it comes in and goes out. */
    private String contend(int times, Path log) throws IOException {
        Contender contender = new Contender(locks, ENVIRONMENT, name);
        for (int i = 0; i < times; i++) {
            LockGrant held = contender.acquire(i % 2 == 0 ? "api" : "web", InfraAccess.WRITE);
            String line = " " + held.infraToken() + " " + name + "\n";
            Files.writeString(log, "in" + line, StandardOpenOption.APPEND);
            Files.writeString(log, "out" + line, StandardOpenOption.APPEND);
            contender.release(held);
        }
        return "done";
    }

    /** Writes two items in each transaction, and says which was acknowledged last; until it is killed. */
    private String writePairs(long from) {
        for (long version = from; ; version++) {
            table.transact(List.of(
                    new Write.Put(item("PAIR#1", version), new Condition.Always()),
                    new Write.Put(item("PAIR#2", version), new Condition.Always()),
                    new Write.Put(item("LOG#%09d".formatted(version), version), new Condition.Absent())));
            System.out.println(version);
        }
    }

    private static Item item(String sort, long version) {
        return new Item(
                new ItemKey(ENVIRONMENT.partition(), sort),
                version,
                0,
                "\"" + "x".repeat(500) + "\"",
                OptionalLong.empty());
    }
}
