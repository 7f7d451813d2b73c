package dev.nanokit.server.observe;

import dev.nanokit.server.work.WorkListener;
import dev.nanokit.webhook.ReceiptListener;

/** Hears of all that the server does. */
public interface Observer extends ReceiptListener, WorkListener {}
