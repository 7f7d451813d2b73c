package dev.nanokit.control;

import dev.nanokit.engine.plan.Plan;
import dev.nanokit.github.plans.PlanKey;
import dev.nanokit.github.plans.PlanLinks;
import dev.nanokit.priming.MadeUpAccount;
import dev.nanokit.priming.Priming;
import dev.nanokit.state.EnvironmentId;
import dev.nanokit.state.store.TableStateStore;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.dynamodb.DynamoDbTable;
import dev.nanokit.state.table.memory.MemoryTable;
import dev.nanokit.webhook.log.JsonLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The page of a plan that is made up. Without a trace. */
final class PagesRehearsal implements Priming.Rehearsal {
    private static final String PLAN = "rehearsal";

    private final InstantSource clock;

    PagesRehearsal(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void perform() throws IOException {
        call(new DynamoDbTable(new MadeUpAccount().client(DynamoDbClient.builder()), PLAN, clock), "/plans/none", "");
        page();
    }

    /** @return what API Gateway would be answered */
    String page() throws IOException {
        Table table = new MemoryTable(clock);
        new TableStateStore(table, clock)
                .savePlan(new EnvironmentId("0", PLAN, "production"), plan(), Duration.ofMinutes(1));
        URI link = URI.create(new PlanLinks("https://rehearsal", PlanKey.of(table)).link(PLAN));
        return call(table, link.getPath(), link.getRawQuery());
    }

    private static Plan plan() {
        return new Plan(
                PLAN,
                PLAN,
                "production",
                "main",
                "",
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                "");
    }

    private String call(Table table, String path, String query) throws IOException {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        PagesFunction function =
                new PagesFunction(new PageDesk(table, new TableStateStore(table, clock), new JsonLog(nowhere, clock)));
        byte[] event = ("{\"rawPath\":\"" + path + "\",\"rawQueryString\":\"" + query + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        function.handleRequest(new ByteArrayInputStream(event), answer, null);
        return answer.toString(StandardCharsets.UTF_8);
    }
}
