package dev.nanokit.github.client.auth;

import dev.nanokit.github.client.http.Answer;
import dev.nanokit.github.client.http.Exchange;
import dev.nanokit.github.client.http.Request;
import java.io.IOException;

/** Sends a request with a credential; once more with a new one when GitHub takes it for no longer good. */
public final class Authorized implements Exchange {
    private final Exchange next;
    private final Credential credential;

    /** What a request is signed with. */
    public interface Credential {
        String token();

        /** That token was refused. */
        void refused(String token);
    }

    public Authorized(Exchange next, Credential credential) {
        this.next = next;
        this.credential = credential;
    }

    @Override
    public Answer send(Request request) throws IOException {
        String token = credential.token();
        Answer answer = next.send(signed(request, token));
        if (answer.status() != 401) {
            return answer;
        }
        credential.refused(token);
        return next.send(signed(request, credential.token()));
    }

    private static Request signed(Request request, String token) {
        return request.with("Authorization", "Bearer " + token);
    }
}
