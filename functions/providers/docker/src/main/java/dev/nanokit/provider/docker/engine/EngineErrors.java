package dev.nanokit.provider.docker.engine;

import com.github.dockerjava.api.exception.DockerException;
import dev.nanokit.provider.ProviderException;
import java.io.IOException;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Turns what the engine answers, or the lack of an answer, into an error that says what to do. */
public final class EngineErrors {
    private final String endpoint;

    public EngineErrors(String endpoint) {
        this.endpoint = endpoint;
    }

    /**
     * The error for anything that docker-java throws.
     *
     * @param doing what was being done, as a phrase that follows "while": {@code creating network shop}
     */
    public ProviderException of(RuntimeException thrown, String doing) {
        if (thrown instanceof ProviderException known) {
            return known;
        }
        if (thrown instanceof DockerException answered) {
            return of(answered.getHttpStatus(), answered.getMessage(), doing, thrown);
        }
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException broken) {
                return ConnectionErrors.of(endpoint, broken);
            }
        }
        return of(0, String.valueOf(thrown.getMessage()), doing, thrown);
    }

    /** The error for an answer that is no success. */
    public ProviderException of(int status, String body, String doing, Throwable cause) {
        String message = message(body);
        KnownFailure known = KnownFailure.of(message.toLowerCase(Locale.ROOT));
        boolean retryable = known == KnownFailure.NONE ? status >= 500 || status == 429 : known.retryable();
        String code = known == KnownFailure.NONE ? "http-" + status : known.code();
        return new ProviderException(
                "the engine failed while " + doing + ": " + message, retryable, code, known.fix(), cause);
    }

    private static String message(String body) {
        String text = body == null ? "" : body.strip();
        if (text.startsWith("Status ")) {
            text = text.substring(text.indexOf(':') + 1).strip();
        }
        if (text.startsWith("{")) {
            try {
                text = JsonMapper.shared().readTree(text).path("message").asString(text);
            } catch (JacksonException e) {
                return text;
            }
        }
        return text.isEmpty() ? "it gave no reason" : text;
    }
}
