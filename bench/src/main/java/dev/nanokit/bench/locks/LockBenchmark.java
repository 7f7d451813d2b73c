package dev.nanokit.bench.locks;

import dev.nanokit.bench.Benchmark;
import dev.nanokit.bench.Effort;
import dev.nanokit.bench.Scratch;
import dev.nanokit.bench.harness.Contender;
import dev.nanokit.bench.harness.Outcome;
import dev.nanokit.state.Tables;
import dev.nanokit.state.lock.TableLocks;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.dynamodb.DynamoDbTable;
import dev.nanokit.state.table.dynamodb.TableSetup;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Taking a free lock and giving it back. */
public final class LockBenchmark implements Benchmark {
    private static final String TABLE = "nanokit-state";
    private static final int REPETITIONS = 100;
    private static final int WARM_UPS = 5;
    private static final int ROUNDS = 15;

    @Override
    public String name() {
        return "locks";
    }

    @Override
    public String question() {
        return "acquire and release on DynamoDB Local beside the DynamoDB lock client, and on SQLite";
    }

    @Override
    public List<Outcome> run(Effort effort) throws Exception {
        RequestCounter ours = new RequestCounter();
        RequestCounter theirs = new RequestCounter();
        try (Scratch scratch = Scratch.create("locks");
                DynamoDbServer server = DynamoDbServer.start();
                DynamoDbClient ourClient = server.client(ours);
                DynamoDbClient theirClient = server.client(theirs);
                Table file = Tables.open("sqlite://" + scratch.folder().resolve("state.db"), InstantSource.system())) {
            TableSetup.createIfMissing(ourClient, TABLE);
            LockClientTrial.createTable(theirClient);
            Table dynamoDb = new DynamoDbTable(ourClient, TABLE, InstantSource.system());
            try (LockClientTrial one = new LockClientTrial(theirClient, theirs, List.of("main"), REPETITIONS);
                    LockClientTrial two =
                            new LockClientTrial(theirClient, theirs, List.of("infra", "component"), REPETITIONS)) {
                return List.of(effort.race(WARM_UPS, ROUNDS)
                        .run(
                                "Acquire and release, each turn %d times".formatted(REPETITIONS),
                                List.of(
                                        new Contender(
                                                "Nanokit on DynamoDB Local: both locks of a component, first in its process",
                                                forgetful(dynamoDb, Optional.of(ours))),
                                        new Contender(
                                                "Nanokit on DynamoDB Local: again in the same process",
                                                mindful(dynamoDb, Optional.of(ours))),
                                        new Contender("DynamoDB lock client, same server: one lock", one),
                                        new Contender("DynamoDB lock client, same server: two locks", two),
                                        new Contender(
                                                "Nanokit on a SQLite file: first in its process",
                                                forgetful(file, Optional.empty())),
                                        new Contender(
                                                "Nanokit on a SQLite file: again in the same process",
                                                mindful(file, Optional.empty()))))
                        .with(List.of(
                                "Nobody else wants the lock. All clients use the same HTTP client; the lock client's"
                                        + " heartbeat thread is off.")));
            }
        }
    }

    private static NanokitLockTrial forgetful(Table table, Optional<RequestCounter> counter) {
        return new NanokitLockTrial(() -> new TableLocks(table), counter, REPETITIONS);
    }

    private static NanokitLockTrial mindful(Table table, Optional<RequestCounter> counter) {
        TableLocks locks = new TableLocks(table);
        return new NanokitLockTrial(() -> locks, counter, REPETITIONS);
    }
}
