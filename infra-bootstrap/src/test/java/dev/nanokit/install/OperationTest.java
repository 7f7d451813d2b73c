package dev.nanokit.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What whoever runs it relies on: bounds, logs that end, traces, alarms. */
class OperationTest {
    private final Template template = Template.translated();

    @Test
    void everyFunctionIsBoundedTracedSnappedAndHasALogThatEnds() {
        Map<String, JsonNode> functions = template.all("AWS::Lambda::Function");

        assertThat(functions).hasSize(5).allSatisfy((id, function) -> {
            assertThat(function.path("Runtime").asString()).isEqualTo("java25");
            assertThat(function.at("/SnapStart/ApplyOn").asString()).isEqualTo("PublishedVersions");
            assertThat(function.at("/TracingConfig/Mode").asString()).isEqualTo("Active");
            assertThat(function.at("/ReservedConcurrentExecutions/Fn::If/0").asString())
                    .isEqualTo("Reserves");
            assertThat(Reference.of(function.at("/DeadLetterConfig/TargetArn"))).isEqualTo("DeadLetters");
            JsonNode logs = template.properties(Reference.of(function.at("/LoggingConfig/LogGroup")));
            assertThat(Reference.of(logs.path("RetentionInDays"))).isEqualTo("LogRetentionDays");
        });
    }

    /** SnapStart works for published versions alone. */
    @Test
    void nothingInvokesAFunctionPastItsAlias() {
        Set<String> aliases = template.all("AWS::Lambda::Alias").keySet();
        assertThat(aliases).hasSize(5);

        template.all("AWS::StepFunctions::StateMachine")
                .forEach((id, machine) -> machine.path("DefinitionSubstitutions")
                        .properties()
                        .forEach(substitution -> {
                            if (substitution.getKey().endsWith("Function")) {
                                assertThat(aliases)
                                        .contains(substitution
                                                .getValue()
                                                .path("Ref")
                                                .asString());
                            }
                        }));
        assertThat(template.properties("SweepSchedule").at("/Target/Arn/Ref").asString())
                .isIn(aliases);
        assertThat(template.properties("StateFunction")
                        .at("/Environment/Variables/NANOKIT_PROVIDER_FUNCTIONS/Fn::Sub")
                        .asString())
                .isEqualTo("{\"docker\":\"${ProviderHttpFunctionAliaslive}\"}");
    }

    /** As dev.nanokit.control.GitHubSteps and the state function's sweeper read it. */
    @Test
    void schedulesSayWhatTheFunctionsUnderstand() {
        assertThat(template.properties("DriftSchedule").at("/Target/Input").asString())
                .isEqualTo(
                        "{\"version\":1,\"work\":\"drift-<aws.scheduler.execution-id>\",\"trigger\":{\"type\":\"drift\"}}");
        assertThat(template.properties("SweepSchedule").at("/Target/Input").asString())
                .isEqualTo("{\"version\":1,\"step\":\"sweep\"}");
    }

    @Test
    void everyWorkflowIsAStandardOneThatLogsItsFailuresAndIsTraced() {
        assertThat(template.all("AWS::StepFunctions::StateMachine")).hasSize(4).allSatisfy((id, machine) -> {
            assertThat(machine.has("StateMachineType")).isFalse();
            assertThat(machine.at("/TracingConfiguration/Enabled").asBoolean()).isTrue();
            assertThat(machine.at("/LoggingConfiguration/Level").asString()).isEqualTo("ERROR");
            assertThat(machine.at("/LoggingConfiguration/IncludeExecutionData").asBoolean())
                    .isFalse();
        });
    }

    @Test
    void everyFunctionAndEveryWorkflowIsWatched() {
        assertThat(watched("Errors", "FunctionName"))
                .isEqualTo(new TreeSet<>(template.all("AWS::Lambda::Function").keySet()));
        assertThat(watched("Throttles", "FunctionName"))
                .isEqualTo(new TreeSet<>(template.all("AWS::Lambda::Function").keySet()));
        assertThat(watched("ExecutionsFailed", "StateMachineArn"))
                .isEqualTo(watched("ExecutionsTimedOut", "StateMachineArn"))
                .isEqualTo(new TreeSet<>(
                        template.all("AWS::StepFunctions::StateMachine").keySet()));
    }

    @Test
    void everyAlarmTellsSomebodyAndSaysWhatToDo() {
        assertThat(template.all("AWS::CloudWatch::Alarm")).hasSize(8).allSatisfy((id, alarm) -> {
            assertThat(Reference.all(alarm.path("AlarmActions"))).containsExactly("Alarms");
            assertThat(alarm.path("AlarmDescription").asString()).matches("[A-Z].*\\. .*|.*[;:].*");
            assertThat(alarm.path("TreatMissingData").asString()).isEqualTo("notBreaching");
        });
    }

    private Set<String> watched(String metric, String dimension) {
        Set<String> watched = new TreeSet<>();
        template.all("AWS::CloudWatch::Alarm")
                .values()
                .forEach(alarm -> alarm.path("Metrics").forEach(query -> {
                    JsonNode of = query.at("/MetricStat/Metric");
                    if (of.path("MetricName").asString("").equals(metric)) {
                        assertThat(of.at("/Dimensions/0/Name").asString()).isEqualTo(dimension);
                        watched.add(Reference.of(of.at("/Dimensions/0/Value")));
                    }
                }));
        return watched;
    }
}
