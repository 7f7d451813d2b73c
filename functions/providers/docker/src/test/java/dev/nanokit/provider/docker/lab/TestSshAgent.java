package dev.nanokit.provider.docker.lab;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;

/** OpenSSH's own agent with a key in it; the test is left out where the machine has none. */
public record TestSshAgent(Path socket, Process process) implements AutoCloseable {
    public static TestSshAgent holding(KeyPair key, Path folder)
            throws IOException, GeneralSecurityException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/ssh-agent")), "there is no ssh-agent here");
        Path socket = folder.resolve("agent");
        Process agent = new ProcessBuilder("ssh-agent", "-D", "-a", socket.toString())
                .redirectErrorStream(true)
                .start();
        // The agent tells its socket once it listens.
        agent.inputReader().readLine();
        Path file = Files.createFile(
                folder.resolve("open-key"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (OutputStream output = Files.newOutputStream(file)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(key, "test", null, output);
        }
        ProcessBuilder add = new ProcessBuilder("ssh-add", "-q", file.toString()).redirectErrorStream(true);
        add.environment().put("SSH_AUTH_SOCK", socket.toString());
        if (!add.start().waitFor(20, TimeUnit.SECONDS)) {
            throw new IllegalStateException("ssh-add does not end");
        }
        Files.delete(file);
        return new TestSshAgent(socket, agent);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
