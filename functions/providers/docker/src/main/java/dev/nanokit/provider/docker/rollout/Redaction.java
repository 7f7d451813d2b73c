package dev.nanokit.provider.docker.rollout;

import dev.nanokit.engine.value.Resolver;
import dev.nanokit.engine.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Takes secrets out of what a container writes, before anybody is shown it. */
final class Redaction {
    private final List<String> secrets;

    private Redaction(List<String> secrets) {
        this.secrets = secrets;
    }

    /** @param spec whose revealed secrets are to be taken out */
    static Redaction of(Value.Obj spec) {
        List<String> secrets = new ArrayList<>();
        Resolver.mapSecrets(spec, secret -> {
            if (secret.isRevealed() && !secret.reveal().isEmpty()) {
                secrets.add(secret.reveal());
            }
            return secret;
        });
        // A secret that is part of another goes after it, so that nothing of the longer one is left.
        secrets.sort(Comparator.comparingInt(String::length).reversed());
        return new Redaction(List.copyOf(secrets));
    }

    String of(String text) {
        String redacted = text;
        for (String secret : secrets) {
            redacted = redacted.replace(secret, "(secret)");
        }
        return redacted;
    }
}
