package dev.nanokit.secrets;

import dev.nanokit.engine.config.SecretRef;
import dev.nanokit.stages.secret.SecretUnavailableException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/** Puts into words why AWS did not give a secret, and what can be done about it. */
final class AwsRefusal {
    private static final String AGAIN = "run it again in a moment";

    private AwsRefusal() {}

    static SecretUnavailableException of(SecretRef ref, SdkException e) {
        return e instanceof AwsServiceException answer ? answered(ref, answer) : unanswered(ref, e);
    }

    static SecretUnavailableException binary(SecretRef ref) {
        return new SecretUnavailableException(
                subject(ref) + " is binary", "keep it as text (--secret-string) in Secrets Manager", null);
    }

    private static SecretUnavailableException answered(SecretRef ref, AwsServiceException e) {
        if (e.isThrottlingException()) {
            return refused(ref, e, "AWS is being asked too often", AGAIN);
        }
        return switch (code(e).orElse("")) {
            case "AccessDeniedException", "AccessDenied" -> refused(ref, e, "AWS denies access", permission(ref));
            case "ExpiredTokenException", "ExpiredToken", "RequestExpired" ->
                refused(
                        ref,
                        e,
                        "the AWS credentials have run out",
                        "sign in again (aws sso login), or renew the token");
            case "UnrecognizedClientException",
                    "InvalidClientTokenId",
                    "InvalidSignatureException",
                    "SignatureDoesNotMatch" ->
                refused(
                        ref,
                        e,
                        "AWS does not accept the credentials",
                        "check AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE");
            case "DecryptionFailure", "InvalidKeyId" ->
                refused(ref, e, "it can't be decrypted", "check that its KMS key is enabled, and allow kms:Decrypt");
            case "InvalidRequestException" ->
                refused(
                        ref,
                        e,
                        "AWS can't give it in its present state",
                        "if it is marked for deletion, restore it: aws secretsmanager restore-secret --secret-id "
                                + ref.name());
            default ->
                e.statusCode() >= 500
                        ? refused(ref, e, "AWS failed", AGAIN)
                        : refused(ref, e, "AWS refuses the request", "check the name in the file");
        };
    }

    private static String permission(SecretRef ref) {
        return switch (ref.store()) {
            case SSM -> "allow ssm:GetParameter, and kms:Decrypt of its key, to the role or user";
            case SECRETS_MANAGER ->
                "allow secretsmanager:GetSecretValue, and kms:Decrypt of its key, to the role or user";
            case ENV -> throw new IllegalArgumentException(ref.source() + " is not a secret that AWS keeps");
        };
    }

    private static SecretUnavailableException refused(SecretRef ref, AwsServiceException e, String why, String fix) {
        return new SecretUnavailableException(subject(ref) + " can't be read: " + why + " (" + detail(e) + ")", fix, e);
    }

    private static Optional<String> code(AwsServiceException e) {
        return Optional.ofNullable(e.awsErrorDetails()).map(AwsErrorDetails::errorCode);
    }

    private static String detail(AwsServiceException e) {
        String answer = code(e).map(code -> code + ": " + e.awsErrorDetails().errorMessage())
                .orElse("status " + e.statusCode());
        return e.requestId() == null ? answer : answer + ", request " + e.requestId();
    }

    /**
     * No answer, or none that can be understood. The SDK's exception is not passed on as the cause: what it says of an
     * answer that it can't parse may quote the answer, and so the secret.
     */
    private static SecretUnavailableException unanswered(SecretRef ref, SdkException e) {
        String why = Stream.<Throwable>iterate(e, cause -> cause != null, Throwable::getCause)
                .map(AwsRefusal::networkFailure)
                .filter(text -> !text.isEmpty())
                .reduce("", (outer, inner) -> inner);
        return why.isEmpty()
                ? new SecretUnavailableException(
                        subject(ref) + " can't be read: AWS's answer makes no sense ("
                                + e.getClass().getSimpleName() + ")",
                        AGAIN,
                        null)
                : new SecretUnavailableException(
                        subject(ref) + " can't be read: AWS can't be reached (" + why + ")",
                        "check the network, AWS_REGION and AWS_ENDPOINT_URL",
                        null);
    }

    private static String networkFailure(Throwable cause) {
        return switch (cause) {
            case UnknownHostException unknown -> "unknown host " + unknown.getMessage();
            case ConnectException refused -> refused.getMessage();
            case SocketTimeoutException slow -> "no answer in time";
            case ApiCallTimeoutException slow -> "no answer in time";
            default -> "";
        };
    }

    private static String subject(SecretRef ref) {
        return "the secret " + ref.source();
    }
}
