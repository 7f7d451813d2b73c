package dev.nanokit.github.standin;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;

/**
 * The stand-in as a program, for {@code bin/demo}: a repository made of a folder, and somebody at standard input who
 * opens pull requests in it, comments and presses buttons. Runs until standard input ends.
 */
public final class Main {
    private static final String USAGE = """
            Usage: standin PORT OWNER/NAME FOLDER KEYS [WEBHOOK_URL]
              PORT         0 for any that is free
              OWNER/NAME   the repository; FOLDER is what its main branch holds
              KEYS         a folder that gets app-id, private-key.pem and webhook-secret
            Then, a line at a time on standard input:
            """ + Script.USAGE;

    private Main() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length < 4 || args.length > 5) {
            System.err.print(USAGE);
            System.exit(2);
        }
        try (StandIn github = StandIn.start(Integer.parseInt(args[0]), Clock.systemUTC())) {
            Script script = new Script(github, github.repository(args[1]));
            script.commit("main", Path.of(args[2]));
            writeKeys(github, Path.of(args[3]));
            if (args.length == 5) {
                github.webhooks().sendTo(URI.create(args[4]));
            }
            System.out.println("listening on " + github.apiUrl());
            script.run(System.in, System.out);
        }
    }

    private static void writeKeys(StandIn github, Path folder) throws IOException {
        Files.createDirectories(folder);
        write(folder.resolve("app-id"), Long.toString(github.app().id()));
        write(folder.resolve("private-key.pem"), github.app().keys().pem());
        write(folder.resolve("webhook-secret"), github.app().webhookSecret());
    }

    private static void write(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text);
    }
}
