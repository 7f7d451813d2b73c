package dev.nanokit.webhook.log;

import dev.nanokit.webhook.Receipt;
import dev.nanokit.webhook.ReceiptListener;
import dev.nanokit.webhook.log.JsonLog.Level;
import java.util.LinkedHashMap;
import java.util.Map;

/** Logs what became of each request that was not merely of no concern: its id, its event, and never what it says. */
public final class ReceiptLog implements ReceiptListener {
    private final JsonLog log;

    public ReceiptLog(JsonLog log) {
        this.log = log;
    }

    @Override
    public void answered(Receipt receipt) {
        switch (receipt.outcome()) {
            case STARTED -> write(Level.INFO, receipt);
            case BAD_SIGNATURE, TOO_LARGE, MALFORMED -> write(Level.WARN, receipt);
            case NOT_WRITTEN -> write(Level.ERROR, receipt);
            case IGNORED -> {}
        }
    }

    private void write(Level level, Receipt receipt) {
        Map<String, Object> fields = new LinkedHashMap<>();
        receipt.deliveryId().ifPresent(id -> fields.put("delivery", id));
        receipt.event().ifPresent(event -> fields.put("github_event", event));
        fields.put("outcome", receipt.outcome());
        fields.put("status", receipt.answer().status());
        if (!receipt.detail().isEmpty()) {
            fields.put("detail", receipt.detail());
        }
        log.write(level, "delivery", fields);
    }
}
