package dev.nanokit.state.table.dynamodb;

import dev.nanokit.state.table.TableException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Says what a failure of DynamoDB means, and what to do about it. */
record DynamoDbFailures(String table) {
    TableException explain(SdkException e) {
        return switch (e) {
            case ResourceNotFoundException missing -> missing(missing);
            case TransactionCanceledException cancelled -> cancelled(cancelled);
            case AwsServiceException refused -> refused(refused);
            case SdkClientException client -> unreachable(client);
            default -> failure("failed: " + e.getMessage(), true, "Try again.", e);
        };
    }

    TableException busy(SdkException e) {
        return failure(
                "is being written by too many at once, or is throttled: " + reason(e),
                true,
                "Try again. If it lasts, raise the table's capacity, or switch it to on-demand billing.",
                e);
    }

    private TableException missing(SdkException e) {
        return failure(
                "does not exist in this account and region",
                false,
                "Create it: aws dynamodb create-table --table-name " + table
                        + " --billing-mode PAY_PER_REQUEST --attribute-definitions AttributeName=pk,AttributeType=S"
                        + " AttributeName=sk,AttributeType=S --key-schema AttributeName=pk,KeyType=HASH"
                        + " AttributeName=sk,KeyType=RANGE && aws dynamodb update-time-to-live --table-name " + table
                        + " --time-to-live-specification Enabled=true,AttributeName=expires_at. Or add create=true to"
                        + " NANOKIT_STATE, and let nkapp do it.",
                e);
    }

    private TableException refused(AwsServiceException e) {
        String code = e.awsErrorDetails() == null ? "" : e.awsErrorDetails().errorCode();
        return switch (code == null ? "" : code) {
            case "AccessDeniedException" ->
                failure(
                        "may not be used: " + reason(e),
                        false,
                        "Allow dynamodb:GetItem, Query, PutItem, DeleteItem and ConditionCheckItem on the table.",
                        e);
            case "UnrecognizedClientException",
                    "ExpiredTokenException",
                    "InvalidSignatureException",
                    "MissingAuthenticationTokenException",
                    "IncompleteSignatureException" ->
                failure("refuses the credentials: " + reason(e), false, CREDENTIALS, e);
            case "ValidationException" -> invalid(e);
            default -> e.isThrottlingException() ? busy(e) : unexpected(e);
        };
    }

    /** All that we ask for is of our own making, but for the table. */
    private TableException invalid(AwsServiceException e) {
        return isOfKeys(reason(e)) ? foreign(reason(e), e) : unexpected(e);
    }

    private TableException cancelled(TransactionCanceledException e) {
        return e.cancellationReasons().stream()
                .filter(reason -> "ValidationError".equals(reason.code()))
                .map(reason -> String.valueOf(reason.message()))
                .filter(DynamoDbFailures::isOfKeys)
                .findFirst()
                .map(message -> foreign(message, e))
                .orElseGet(() -> refused(e));
    }

    private static boolean isOfKeys(String message) {
        return message.contains("key") || message.contains("schema");
    }

    private TableException foreign(String why, SdkException e) {
        return failure(
                "is none of Nanokit's: its keys are others (" + why + ")",
                false,
                "A table of Nanokit's has the partition key pk and the sort key sk, both of type S. Name another table in"
                        + " NANOKIT_STATE (on AWS: bin/deploy --set ExistingTable=NAME, or nothing after the = to have"
                        + " one made).",
                e);
    }

    private TableException unexpected(AwsServiceException e) {
        return failure(
                "failed: " + reason(e),
                e.statusCode() >= 500,
                e.statusCode() >= 500 ? "Try again." : "This should not happen: report it with the request id.",
                e);
    }

    private static final String CREDENTIALS = "Sign in (aws sso login), or set AWS_PROFILE, or AWS_ACCESS_KEY_ID and"
            + " AWS_SECRET_ACCESS_KEY. DynamoDB Local takes any.";

    private TableException unreachable(SdkClientException e) {
        String message = String.valueOf(e.getMessage());
        return message.contains("credentials")
                ? failure("can't be used without credentials: " + message, false, CREDENTIALS, e)
                : failure(
                        "can't be reached: " + message,
                        true,
                        "Check the network, and region and endpoint in NANOKIT_STATE.",
                        e);
    }

    private TableException failure(String what, boolean retryable, String fix, SdkException e) {
        return new TableException("the DynamoDB table " + table + " " + what, retryable, fix, e);
    }

    private static String reason(SdkException e) {
        return e instanceof AwsServiceException service && service.awsErrorDetails() != null
                ? service.awsErrorDetails().errorMessage() + " ("
                        + service.awsErrorDetails().errorCode() + ", request id " + service.requestId() + ")"
                : String.valueOf(e.getMessage());
    }
}
