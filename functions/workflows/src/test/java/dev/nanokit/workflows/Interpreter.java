package dev.nanokit.workflows;

import dev.nanokit.engine.value.JsonFields;
import dev.nanokit.engine.value.Value;
import dev.nanokit.engine.value.ValueJson;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The interpreter of the workflows: one Node process for all tests, which is told what to start, and asks for what the
 * functions answer.
 */
final class Interpreter {
    private final BufferedWriter toNode;
    private final Map<String, Execution> executions = new ConcurrentHashMap<>();
    private final Map<Long, CompletableFuture<Ended>> starts = new ConcurrentHashMap<>();
    private final AtomicLong lastStart = new AtomicLong();

    private Interpreter(Process process) {
        this.toNode = process.outputWriter();
        Thread.ofPlatform().daemon().name("interpreter").start(() -> listen(process.inputReader()));
    }

    /** A function that a workflow calls. */
    @FunctionalInterface
    interface Functions {
        /**
         * @param function its name, as the workflow has it
         * @return what it answers, as JSON
         * @throws StepFailure what is reported in place of an answer
         */
        String call(String execution, String function, JsonFields payload) throws StepFailure;
    }

    /** What is reported of a function that has failed. */
    static final class StepFailure extends Exception {
        private final String error;

        StepFailure(String error, String message) {
            super(message);
            this.error = error;
        }
    }

    /**
     * How an execution ended.
     *
     * @param status {@code SUCCEEDED}, {@code FAILED}, {@code ABORTED}; {@code REFUSED} where nothing was started, since
     *     there is an execution of that name
     * @param states the names of the states that it went through
     */
    record Ended(String status, String error, List<String> states) {}

    private record Execution(Functions functions, Queue<CompletableFuture<Ended>> ends) {}

    private static final class Shared {
        private static final Interpreter RUNNING = start();

        private static Interpreter start() {
            Tools tools = Tools.installed();
            try {
                Process process = tools.node("runner.mjs", Tools.workflows().toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
                return new Interpreter(process);
            } catch (IOException e) {
                throw Tools.missing("node can't be started: " + e.getMessage());
            }
        }
    }

    static Interpreter running() {
        Tools.installed();
        return Shared.RUNNING;
    }

    /**
     * Starts a workflow, as {@code StartExecution} does: who starts what is running once more, with the same input, gets
     * that one; else a name is used once.
     *
     * @param machine {@code plan}, {@code apply} or {@code destroy}
     * @param name unique; executions that it starts itself call the same functions
     * @param functions what it calls; of an execution that was started twice, those of the first
     */
    CompletableFuture<Ended> start(String machine, String name, Value.Obj input, Functions functions) {
        CompletableFuture<Ended> end = new CompletableFuture<>();
        Execution execution = executions.computeIfAbsent(
                machine + "/" + name, ignored -> new Execution(functions, new ConcurrentLinkedQueue<>()));
        executions.putIfAbsent(name, execution);
        execution.ends().add(end);
        long start = lastStart.incrementAndGet();
        starts.put(start, end);
        send(Value.obj(Map.of(
                "op", Value.text("start"),
                "start", Value.num(start),
                "machine", Value.text(machine),
                "name", Value.text(name),
                "input", input)));
        return end;
    }

    /** As {@code StopExecution} does: what is being called goes on. */
    void stop(String name) {
        send(Value.obj(Map.of("op", Value.text("stop"), "name", Value.text(name))));
    }

    private void send(Value.Obj message) {
        try {
            synchronized (toNode) {
                toNode.write(ValueJson.write(message));
                toNode.newLine();
                toNode.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen(BufferedReader fromNode) {
        fromNode.lines().forEach(line -> {
            JsonFields message = JsonFields.parse(line);
            switch (message.text("op")) {
                case "call" -> Thread.ofVirtual().start(() -> answer(message));
                case "ended" -> ended(message);
                case "refused" ->
                    starts.get(message.number("start"))
                            .complete(new Ended("REFUSED", "ExecutionAlreadyExists", List.of()));
                default -> throw new IllegalStateException(line);
            }
        });
    }

    private void ended(JsonFields message) {
        Execution execution = executions.get(message.text("machine") + "/" + message.text("name"));
        if (execution != null) {
            Ended ended = new Ended(
                    message.text("status"), message.optionalText("error").orElse(""), message.texts("states"));
            execution.ends().forEach(end -> end.complete(ended));
        }
    }

    private void answer(JsonFields message) {
        Value.Obj answer = Value.obj(Map.of("op", Value.text("answer"), "call", Value.num(message.number("call"))));
        JsonFields payload = message.fields("payload");
        try {
            String result = owner(message, payload)
                    .functions()
                    .call(message.text("execution"), message.text("function"), payload);
            send(answer.with("result", ValueJson.read(result)));
        } catch (StepFailure e) {
            send(answer.with(
                    "error", Value.obj(Map.of("name", Value.text(e.error), "message", Value.text(e.getMessage())))));
        }
    }

    /** An execution that was started by another one is known by the run that it works on. */
    private Execution owner(JsonFields message, JsonFields payload) {
        Execution direct = executions.get(message.text("execution"));
        if (direct != null) {
            return direct;
        }
        String run = payload.optionalText("run")
                .orElseGet(() ->
                        payload.fields(payload.has("input") ? "input" : "data").text("run"));
        return Optional.ofNullable(executions.get(run)).orElseGet(() -> ofWork(run));
    }

    /** A run that a piece of work has asked for begins with the work's name. */
    private Execution ofWork(String run) {
        return executions.entrySet().stream()
                .filter(execution -> run.startsWith(execution.getKey() + "-"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody has started " + run))
                .getValue();
    }
}
