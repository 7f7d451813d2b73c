package dev.nanokit.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real process, and a real SIGKILL. */
@Timeout(300)
class KillTest {
    @TempDir
    Path folder;

    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void endAll() throws InterruptedException {
        for (Process process : processes) {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void whatWasAcknowledgedBeforeAKillIsDoneAfterIt() throws Exception {
        Running stuck = start("stuck");
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int i = 0; i < 20; i++) {
                assertThat(client.send(
                                        Delivery.push(stuck.address(), "id-" + i, "branch-" + i),
                                        HttpResponse.BodyHandlers.discarding())
                                .statusCode())
                        .isEqualTo(202);
            }
        }
        stuck.kill();
        Running next = start("working");

        while (next.doneSoFar().size() < 20) {
            next.waitForOneMore();
        }
        assertThat(next.doneSoFar()).contains("branch-0", "branch-19");
    }

    @Test
    void killInTheMidstOfTheTrafficLosesNothingThatWasAcknowledged() throws Exception {
        Running first = start("working");
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        CountDownLatch enough = new CountDownLatch(50);
        List<Thread> senders = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            int sender = i;
            senders.add(Thread.ofVirtual().start(() -> sendUntilItDies(first, sender, acknowledged, enough)));
        }
        enough.await();
        first.kill();
        for (Thread sender : senders) {
            sender.join();
        }
        acknowledged.removeAll(first.everythingItDid());
        Running next = start("working");

        while (!next.doneSoFar().containsAll(acknowledged)) {
            next.waitForOneMore();
        }
    }

    private static void sendUntilItDies(Running server, int sender, Set<String> acknowledged, CountDownLatch enough) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int i = 0; ; i++) {
                String branch = sender + "-" + i;
                int status = client.send(
                                Delivery.push(server.address(), branch, branch), HttpResponse.BodyHandlers.discarding())
                        .statusCode();
                assertThat(status).isEqualTo(202);
                acknowledged.add(branch);
                enough.countDown();
            }
        } catch (IOException e) {
            // It was killed.
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private Running start(String how) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledProcess.class.getName(),
                        folder.resolve("state.db").toString(),
                        how)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        processes.add(process);
        return Running.of(process);
    }

    private record Running(Process process, BufferedReader output, InetSocketAddress address, Set<String> doneSoFar) {
        static Running of(Process process) throws IOException {
            BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
            Set<String> done = new HashSet<>();
            String line = output.readLine();
            while (!line.startsWith("port ")) {
                done.add(line);
                line = output.readLine();
            }
            int port = Integer.parseInt(line.substring("port ".length()));
            return new Running(process, output, new InetSocketAddress(InetAddress.getLoopbackAddress(), port), done);
        }

        void waitForOneMore() throws IOException {
            String line = output.readLine();
            assertThat(line).as("the server's next line").isNotNull();
            doneSoFar.add(line);
        }

        /** Its output can still be read, unlike after {@link Process#destroyForcibly}. */
        void kill() throws InterruptedException {
            process.toHandle().destroyForcibly();
            process.waitFor();
        }

        Set<String> everythingItDid() {
            output.lines().forEach(doneSoFar::add);
            return doneSoFar;
        }
    }
}
