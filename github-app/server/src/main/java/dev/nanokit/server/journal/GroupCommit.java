package dev.nanokit.server.journal;

import dev.nanokit.state.table.ConditionFailedException;
import dev.nanokit.state.table.ItemKey;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.Write;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;

/**
 * Writes what many ask for at the same time in one transaction, so that they share the one wait for the disk. Each is
 * told of its own part: a condition that does not hold fails whoever set it, and nobody else.
 */
final class GroupCommit implements AutoCloseable {
    private final Table table;
    private final LinkedBlockingQueue<Submission> queue = new LinkedBlockingQueue<>();
    private final Thread writer;
    private boolean closed;

    private record Submission(List<Write> writes, int bytes, CompletableFuture<Void> written) {}

    /** Tells the writer to end. */
    private static final Submission END = new Submission(List.of(), 0, new CompletableFuture<>());

    GroupCommit(Table table) {
        this.table = table;
        this.writer = Thread.ofPlatform().name("nanokit-journal").start(this::run);
    }

    /**
     * Queues the writes.
     *
     * @param writes as of one transaction. Of several without a condition about one item, only the last may be written.
     * @return done once they are on the disk; fails as {@link Table#transact} does, and is cancelled where this is closed
     */
    CompletableFuture<Void> submit(List<Write> writes) {
        if (writes.size() > Table.MAX_WRITES) {
            throw new IllegalArgumentException(writes.size() + " writes don't fit one transaction");
        }
        Submission submission = new Submission(List.copyOf(writes), bytes(writes), new CompletableFuture<>());
        synchronized (queue) {
            if (closed) {
                submission.written().cancel(false);
            } else {
                queue.add(submission);
            }
        }
        return submission.written();
    }

    private static int bytes(List<Write> writes) {
        return writes.stream()
                .mapToInt(write ->
                        write instanceof Write.Put put ? put.item().body().getBytes(StandardCharsets.UTF_8).length : 0)
                .sum();
    }

    private void run() {
        List<Submission> waiting = new ArrayList<>();
        boolean open = true;
        while (open || !waiting.isEmpty()) {
            if (waiting.isEmpty()) {
                waiting.add(next());
            }
            queue.drainTo(waiting);
            open &= !waiting.remove(END);
            write(takeOne(waiting));
        }
    }

    private Submission next() {
        while (true) {
            try {
                return queue.take();
            } catch (InterruptedException e) {
                // Nobody has a reason to interrupt this thread: it ends with END.
            }
        }
    }

    /** Takes as many as fit one transaction, in their order; the first that does not fit, and all after it, wait. */
    private static List<Submission> takeOne(List<Submission> waiting) {
        List<Submission> group = new ArrayList<>();
        WriteSet writes = new WriteSet();
        int bytes = 0;
        for (Iterator<Submission> each = waiting.iterator(); each.hasNext(); ) {
            Submission submission = each.next();
            bytes += submission.bytes();
            boolean fits = bytes <= Table.MAX_TRANSACTION_BYTES && writes.add(submission.writes());
            if (!group.isEmpty() && !fits) {
                break;
            }
            group.add(submission);
            each.remove();
        }
        return group;
    }

    private void write(List<Submission> group) {
        List<Submission> left = new ArrayList<>(group);
        while (!left.isEmpty()) {
            try {
                WriteSet writes = new WriteSet();
                left.forEach(submission -> writes.add(submission.writes()));
                table.transact(writes.toList());
                left.forEach(submission -> submission.written().complete(null));
            } catch (ConditionFailedException e) {
                fail(owners(e, left), e);
            } catch (RuntimeException e) {
                fail(left, e);
            }
            left.removeIf(submission -> submission.written().isDone());
        }
    }

    private static void fail(List<Submission> submissions, RuntimeException cause) {
        submissions.forEach(submission -> submission.written().completeExceptionally(cause));
    }

    /** Those whose conditions did not hold. Nothing was written; the others try again without them. */
    private static List<Submission> owners(ConditionFailedException e, List<Submission> group) {
        Set<ItemKey> failed =
                e.failures().stream().map(failure -> failure.write().key()).collect(Collectors.toSet());
        List<Submission> owners = group.stream()
                .filter(submission ->
                        submission.writes().stream().map(Write::key).anyMatch(failed::contains))
                .toList();
        return owners.isEmpty() ? group : owners;
    }

    /** Writes what is queued, and ends. What is submitted after that is cancelled. */
    @Override
    public void close() {
        synchronized (queue) {
            closed = true;
            queue.add(END);
        }
        boolean interrupted = false;
        while (writer.isAlive()) {
            try {
                writer.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
