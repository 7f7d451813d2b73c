package dev.nanokit.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.engine.value.Value;
import dev.nanokit.engine.value.ValueJson;
import dev.nanokit.stages.step.RetryableStepException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of each workflow, whatever it does. */
class WorkflowFilesTest {
    @ParameterizedTest
    @ValueSource(strings = {"plan", "apply", "destroy"})
    void workflowIsValid(String name) throws Exception {
        Process validator = Tools.installed()
                .node(
                        "node_modules/asl-validator/dist/bin/asl-validator.js",
                        "--json-path",
                        file(name).toString())
                .redirectErrorStream(true)
                .start();

        String said = new String(validator.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(validator.waitFor()).as(said).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan", "apply", "destroy"})
    void everyTaskThatMayFailLeadsToWhereItIsSaid(String name) throws IOException {
        tasks(name).forEach((state, task) -> {
            boolean isLast = state.equals("GiveUp");
            assertThat(task.fields().containsKey("Catch")).as(state).isEqualTo(!isLast);
            if (!isLast) {
                assertThat(ValueJson.write(task.get("Catch"))).as(state).contains("\"States.ALL\"", "\"$.error\"");
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan", "apply", "destroy"})
    void onlyErrorsThatMayPassAreTriedAgain(String name) throws IOException {
        tasks(name).forEach((state, task) -> {
            String retry = ValueJson.write(task.get("Retry"));
            assertThat(retry).as(state).doesNotContain("States.ALL", "States.TaskFailed", "Failed");
            if (isStep(task) && !state.startsWith("Report")) {
                assertThat(retry)
                        .as(state)
                        .contains(
                                RetryableStepException.class.getName(),
                                "Lambda.TooManyRequestsException",
                                "\"JitterStrategy\":\"FULL\"",
                                "\"BackoffRate\":2");
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan", "apply", "destroy"})
    void everyCallOfAFunctionEndsInTime(String name) throws IOException {
        tasks(name).forEach((state, task) -> {
            if (isStep(task)) {
                assertThat(task.get("TimeoutSeconds")).as(state).isInstanceOf(Value.Num.class);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan", "apply", "destroy"})
    void onlyWhatInterpretersDoRightIsUsed(String name) throws IOException {
        assertThat(Files.readString(file(name)))
                .doesNotContain("JSONata", "QueryLanguage", "\"Assign\"", "\"Arguments\"", "{%", "waitForTaskToken");
    }

    private static boolean isStep(Value.Obj task) {
        return task.text("Resource").contains(":lambda:");
    }

    private static Map<String, Value.Obj> tasks(String name) throws IOException {
        Map<String, Value.Obj> tasks = new TreeMap<>();
        collect(ValueJson.readObject(Files.readString(file(name))), tasks);
        assertThat(tasks).isNotEmpty();
        return tasks;
    }

    private static void collect(Value.Obj machine, Map<String, Value.Obj> tasks) {
        ((Value.Obj) machine.get("States")).fields().forEach((name, value) -> {
            Value.Obj state = (Value.Obj) value;
            if (state.text("Type").equals("Task")) {
                tasks.put(name, state);
            } else if (state.text("Type").equals("Map")) {
                collect((Value.Obj) state.get("ItemProcessor"), tasks);
            }
        });
    }

    private static Path file(String name) {
        return Tools.workflows().resolve(name + ".asl.json");
    }
}
