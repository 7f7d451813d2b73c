package dev.nanokit.control;

import dev.nanokit.stages.step.Executions;
import java.util.List;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * Asks Step Functions which runs are being worked on.
 *
 * @param prefix what the ARN of every execution begins with, up to its machine's kind:
 *     {@code arn:aws:states:eu-west-1:123456789012:execution:nanokit}
 */
record RunningExecutions(SfnClient stepFunctions, String prefix) implements Executions {
    private static final List<String> MACHINES = List.of("plan", "apply", "destroy");

    @Override
    public boolean isRunning(String run) {
        return MACHINES.stream().anyMatch(machine -> isRunning(machine, run));
    }

    private boolean isRunning(String machine, String run) {
        String arn = prefix + "-" + machine + ":" + run;
        try {
            return stepFunctions
                    .describeExecution(request -> request.executionArn(arn))
                    .status()
                    .equals(ExecutionStatus.RUNNING);
        } catch (ExecutionDoesNotExistException e) {
            return false;
        }
    }
}
