package dev.nanokit.bench.webhook;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/**
 * Signed deliveries over so many connections at once, for so long.
 *
 * @param connections each sends its next delivery when the one before was answered
 */
record Load(int connections, Duration duration) {
    /**
     * What came of it.
     *
     * @param sortedNanos how long each answer took, shortest first
     */
    record Answers(List<Long> sortedNanos, double seconds) {
        double perSecond() {
            return sortedNanos.size() / seconds;
        }

        double percentileMillis(double percent) {
            return sortedNanos.get((int) Math.ceil(sortedNanos.size() * percent / 100) - 1) / 1e6;
        }
    }

    /** @throws IOException when an answer is not 2xx, or does not come */
    Answers run(int port) throws Exception {
        SignedRequest request = new SignedRequest();
        String run = UUID.randomUUID().toString();
        long start = System.nanoTime();
        long end = start + duration.toNanos();
        List<Future<long[]>> senders = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            for (int i = 0; i < connections; i++) {
                String sender = run + "-" + i;
                Callable<long[]> task = () -> send(port, request, sender, end);
                senders.add(threads.submit(task));
            }
            LongStream times = LongStream.empty();
            for (Future<long[]> sender : senders) {
                times = LongStream.concat(times, Arrays.stream(sender.get()));
            }
            return new Answers(times.sorted().boxed().toList(), (System.nanoTime() - start) / 1e9);
        }
    }

    private static long[] send(int port, SignedRequest request, String sender, long end) throws IOException {
        LongStream.Builder times = LongStream.builder();
        try (Connection connection = new Connection(port)) {
            for (int i = 0; System.nanoTime() < end; i++) {
                byte[] bytes = request.withId(sender + "-" + i);
                long sent = System.nanoTime();
                int status = connection.send(bytes);
                times.add(System.nanoTime() - sent);
                if (status / 100 != 2) {
                    throw new IOException("a delivery was answered with " + status);
                }
            }
        }
        return times.build().toArray();
    }
}
