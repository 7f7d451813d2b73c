package dev.nanokit.webhook.lambda;

import dev.nanokit.webhook.NotStartedException;
import dev.nanokit.webhook.WorkflowStarter;
import dev.nanokit.webhook.trigger.Trigger;
import dev.nanokit.webhook.trigger.TriggerJson;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;

/** Starts an execution of the state machine, whose input is {@code {"work": name, "trigger": {…}}}. */
final class StepFunctionsStarter implements WorkflowStarter {
    private final SfnClient stepFunctions;
    private final String stateMachineArn;

    StepFunctionsStarter(SfnClient stepFunctions, String stateMachineArn) {
        this.stepFunctions = stepFunctions;
        this.stateMachineArn = stateMachineArn;
    }

    @Override
    public void start(String name, Trigger trigger) {
        String input = "{\"work\":\"" + name + "\",\"trigger\":" + TriggerJson.write(trigger) + "}";
        try {
            stepFunctions.startExecution(request ->
                    request.stateMachineArn(stateMachineArn).name(name).input(input));
        } catch (ExecutionAlreadyExistsException e) {
            // The same delivery has come before: its work is done, or being done.
        } catch (AwsServiceException e) {
            throw new NotStartedException(
                    "Step Functions refused: " + e.awsErrorDetails().errorCode(), e);
        } catch (SdkException e) {
            throw new NotStartedException(
                    "Step Functions could not be asked: " + e.getClass().getSimpleName(), e);
        }
    }
}
