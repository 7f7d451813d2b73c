package dev.nanokit.provider.aws.call;

import dev.nanokit.provider.ProviderException;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.retry.RetryUtils;

/** What AWS's refusals mean, and what to do about them. */
public final class AwsErrors {
    private static final Set<String> DENIED = Set.of(
            "UnauthorizedOperation",
            "AccessDenied",
            "AccessDeniedException",
            "AuthorizationError",
            "UnauthorizedException");
    private static final Set<String> BAD_CREDENTIALS = Set.of(
            "AuthFailure",
            "InvalidClientTokenId",
            "UnrecognizedClientException",
            "SignatureDoesNotMatch",
            "ExpiredToken",
            "ExpiredTokenException",
            "RequestExpired");

    private static final Set<String> TOO_NEW = Set.of(
            "role cannot be assumed",
            "role could not be assumed",
            "role can't be assumed",
            "unable to assume",
            "invalid iam instance profile");

    private AwsErrors() {}

    /** @param doing what was being done, as people say it: {@code creating subnet/public-1} */
    public static ProviderException of(SdkException error, String doing) {
        return switch (error) {
            case AwsServiceException refused -> refused(refused, doing);
            default ->
                new ProviderException(
                        doing + " failed: AWS can't be reached (" + error.getMessage() + ")",
                        isPassing(error),
                        "unreachable",
                        "check the network and the region, and AWS_ENDPOINT_URL where it is set",
                        error);
        };
    }

    /** Whether the network failed, and not the credentials or the request. */
    private static boolean isPassing(SdkException error) {
        return error instanceof ApiCallTimeoutException
                || error instanceof ApiCallAttemptTimeoutException
                || Stream.<Throwable>iterate(error, Objects::nonNull, Throwable::getCause)
                        .anyMatch(IOException.class::isInstance);
    }

    private static ProviderException refused(AwsServiceException error, String doing) {
        return new ProviderException(
                doing + " failed: " + message(error) + " (" + code(error) + ")",
                RetryUtils.isThrottlingException(error) || error.statusCode() >= 500,
                code(error),
                fix(error),
                error.requestId(),
                error);
    }

    private static String fix(AwsServiceException error) {
        String code = code(error);
        if (DENIED.contains(code)) {
            return "allow it to the role that applies: docs/aws-policy.json is everything that Nanokit needs";
        }
        if (BAD_CREDENTIALS.contains(code)) {
            return "renew the AWS credentials: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or the role that is assumed";
        }
        if (code.contains("LimitExceeded") || code.contains("QuotaExceeded")) {
            return "ask AWS for a higher quota (Service Quotas), or remove what is not needed any more";
        }
        if (RetryUtils.isThrottlingException(error) || error.statusCode() >= 500) {
            return "nothing: it is tried again";
        }
        return "correct what AWS names, then apply again";
    }

    public static String code(AwsServiceException error) {
        return details(error).map(AwsErrorDetails::errorCode).orElse("HTTP " + error.statusCode());
    }

    /** Whether it says that there is no such thing. */
    public static boolean isMissing(AwsServiceException error) {
        String code = code(error);
        return code.contains("NotFound") || code.equals("NoSuchEntity");
    }

    /** Whether AWS does not know yet of a role that was just made: it takes some seconds to be known everywhere. */
    public static boolean isRoleTooNew(AwsServiceException error) {
        String message = message(error).toLowerCase(Locale.ROOT);
        return TOO_NEW.stream().anyMatch(message::contains);
    }

    private static String message(AwsServiceException error) {
        return details(error).map(AwsErrorDetails::errorMessage).orElse("AWS answered " + error.statusCode());
    }

    private static Optional<AwsErrorDetails> details(AwsServiceException error) {
        return Optional.ofNullable(error.awsErrorDetails()).filter(details -> details.errorCode() != null);
    }
}
