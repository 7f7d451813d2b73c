package dev.nanokit.webhook;

/** Hears of every request that was answered. */
public interface ReceiptListener {
    void answered(Receipt receipt);
}
