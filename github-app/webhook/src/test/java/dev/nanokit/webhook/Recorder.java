package dev.nanokit.webhook;

import dev.nanokit.webhook.trigger.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes down what is started and what is answered; fails when told to. */
final class Recorder implements WorkflowStarter, ReceiptListener {
    final List<String> names = new ArrayList<>();
    final List<Trigger> triggers = new ArrayList<>();
    final List<Receipt> receipts = new ArrayList<>();
    Optional<RuntimeException> failure = Optional.empty();

    @Override
    public void start(String name, Trigger trigger) {
        failure.ifPresent(e -> {
            throw e;
        });
        names.add(name);
        triggers.add(trigger);
    }

    @Override
    public void answered(Receipt receipt) {
        receipts.add(receipt);
    }
}
