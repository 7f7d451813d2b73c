package dev.nanokit.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.cli.Main;
import dev.nanokit.state.EnvironmentId;
import dev.nanokit.state.Tables;
import dev.nanokit.state.lock.Acquisition;
import dev.nanokit.state.lock.HeldLock;
import dev.nanokit.state.lock.Holder;
import dev.nanokit.state.lock.LockRequest;
import dev.nanokit.state.lock.LockRequest.InfraAccess;
import dev.nanokit.state.lock.Sighting;
import dev.nanokit.state.lock.TableLocks;
import dev.nanokit.state.table.Table;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** nkapp as a process of its own: locale, signals, and two of them at once. */
class ProcessTest {
    private final String project = "nk" + UUID.randomUUID().toString().substring(0, 8);

    @TempDir
    private Path folder;

    @BeforeEach
    void makeProject() throws IOException {
        Files.writeString(
                folder.resolve("nanokit.yml"),
                "name: " + project + "\nservices:\n  web: { image: \"" + Engine.IMAGE + "\", start: sleep 1000 }\n");
    }

    @AfterEach
    void sweep() {
        Engine.sweep(project);
    }

    @Test
    void outputIsUtf8WhateverTheLocale() throws Exception {
        Process process = start("POSIX", "validate").start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("✓ nanokit.yml is valid for local.\n");
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void theExitStatusIsTheProcesses() throws Exception {
        assertThat(start("C.UTF-8", "plan", "--env").start().waitFor()).isEqualTo(64);
        assertThat(start("C.UTF-8", "--version").start().waitFor()).isZero();
    }

    @Test
    void withoutATerminalNobodyIsAskedAndNothingIsColoured() throws Exception {
        Engine.require();
        Process process = start("C.UTF-8", "up").redirectErrorStream(true).start();

        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isEqualTo(64);
        assertThat(output).contains("can't ask").doesNotContain("\u001b");
    }

    @Test
    void ctrlCWhileWaitingGivesUpThePlaceInTheQueue() throws Exception {
        Engine.require();
        try (Table table = Tables.open(address(), InstantSource.system())) {
            TableLocks locks = new TableLocks(table);
            EnvironmentId environment = new EnvironmentId("local", project, "local");
            assertThat(locks.acquire(request(environment), Sighting.NONE)).isInstanceOf(Acquisition.Granted.class);
            Process process = start("C.UTF-8", "up", "-y", "--wait", "5m").start();
            BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
            assertThat(output.readLine()).isEqualTo("Shared modules are being initialized…");

            assertThat(new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                            .start()
                            .waitFor())
                    .isZero();

            String rest = String.join("\n", output.lines().toList());
            assertThat(process.waitFor()).as(rest).isEqualTo(130);
            assertThat(locks.list(environment))
                    .flatExtracting(HeldLock::waiting)
                    .isEmpty();
        }
    }

    @Test
    void twoAtOnceAreLikeTwoPeople() throws Exception {
        Engine.require();
        Process first = start("C.UTF-8", "up", "-y", "--wait", "5m").start();
        Process second = start("C.UTF-8", "up", "-y", "--wait", "5m").start();

        assertThat(first.waitFor()).isZero();
        assertThat(second.waitFor()).isZero();
        assertThat(containers()).hasSize(1);
        assertThat(output("status")).contains("serial  1\n");
    }

    @Test
    void afterAKillTheNextRunFindsWhatWasLeftAndGoesOn() throws Exception {
        Engine.require();
        Process process = start("C.UTF-8", "up", "-y").start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        assertThat(output.lines().filter(line -> line.startsWith("… container")).findFirst())
                .isPresent();
        process.destroyForcibly().waitFor();

        assertThat(output("infra", "unlock", "--env", "local")).startsWith("✓ Cleared the lock");
        assertThat(output("up", "-y")).contains("✓");
        assertThat(output("plan", "--detailed-exitcode")).contains("nothing to change");
        assertThat(containers()).hasSize(1);
    }

    private List<String> containers() {
        return Engine.docker("docker", "ps", "-q", "--filter", "name=" + project)
                .lines()
                .toList();
    }

    /** What the command prints; it must succeed. */
    private String output(String... words) throws Exception {
        Process process = start("C.UTF-8", words).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private LockRequest request(EnvironmentId environment) {
        Holder ada = new Holder("ada@laptop (pid 1)", "nkapp up", "", Instant.now());
        return new LockRequest(environment, "main", InfraAccess.WRITE, ada, "a", Duration.ofMinutes(10));
    }

    private String address() {
        return "sqlite://" + folder.resolve("state/state.db");
    }

    private ProcessBuilder start(String locale, String... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("LC_ALL", locale);
        builder.environment().put("NANOKIT_STATE", address());
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        return builder;
    }
}
