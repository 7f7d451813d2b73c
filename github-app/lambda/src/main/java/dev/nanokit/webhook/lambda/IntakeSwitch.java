package dev.nanokit.webhook.lambda;

import dev.nanokit.webhook.WebhookAnswer;
import dev.nanokit.webhook.WebhookIntake;
import dev.nanokit.webhook.WebhookRequest;

/** The intake that requests go to; while the function rehearses, another one that leaves no trace. */
final class IntakeSwitch {
    private final WebhookIntake real;
    private volatile WebhookIntake current;

    IntakeSwitch(WebhookIntake real) {
        this.real = real;
        this.current = real;
    }

    WebhookAnswer receive(WebhookRequest request) {
        return current.receive(request);
    }

    /** Does something during which requests go elsewhere. Only before the function takes requests of others. */
    void with(WebhookIntake rehearsal, Runnable something) {
        current = rehearsal;
        try {
            something.run();
        } finally {
            current = real;
        }
    }
}
