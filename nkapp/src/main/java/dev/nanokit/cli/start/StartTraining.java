package dev.nanokit.cli.start;

import dev.nanokit.cli.Main;
import dev.nanokit.cli.Nkapp;
import dev.nanokit.cli.Session;
import dev.nanokit.cli.Surroundings;
import dev.nanokit.cli.backend.LiveBackend;
import dev.nanokit.cli.terminal.SignalInterrupts;
import dev.nanokit.cli.terminal.Terminal;
import dev.nanokit.stages.Pause;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * What {@code bin/nkapp} lets the JVM watch when it makes its start-up cache: the commands people run most, on a project
 * and a state of its own. Only reads from an engine, if there is one.
 */
public final class StartTraining {
    private static final String FILE = """
            name: training
            git:
              environments: { main: local }
            infra:
              provider: docker
              cidr: 10.250.0.0/24
            databases:
              orders: { engine: postgres, version: "16", env: { LANG: "${TRAINING_LANG:-C}" } }
            volumes:
              uploads: {}
            services:
              web:
                image: training:none
                port: 1
                depends_on: [orders]
                env: { A: b }
                secrets: { KEY: { from: env } }
                volumes: ["uploads:/data"]
            environments:
              local:
                services: { web: { memory: 64mb } }
            """;

    private StartTraining() {}

    /** @param words an empty folder, in which the library is left, and a folder {@code project} that may go */
    public static void main(String[] words) throws IOException {
        Path start = Path.of(words[0]).toAbsolutePath();
        SqliteLibrary.extractTo(start);
        System.setProperty("org.sqlite.lib.path", start.toString());
        Path folder = Files.createDirectory(start.resolve("project"));
        Files.writeString(folder.resolve("nanokit.yml"), FILE);
        Files.writeString(folder.resolve(".env"), "KEY=x\n");
        Main.run("--version");
        Nkapp nkapp = new Nkapp(session(folder));
        for (String command :
                new String[] {"plan", "plan --json", "validate", "status", "infra locks", "plan", "--help"}) {
            nkapp.run(command.split(" "));
        }
    }

    private static Session session(Path folder) {
        Map<String, String> variables = new HashMap<>(System.getenv());
        variables.put("NANOKIT_STATE", "sqlite://" + folder.resolve("state.db"));
        Surroundings surroundings =
                new Surroundings(folder, variables, folder, "nkapp", "localhost", 1, InstantSource.system());
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(new BufferedReader(Reader.nullReader()), nowhere, nowhere, false, true);
        return new Session(surroundings, terminal, LiveBackend::open, new SignalInterrupts(), Pause.SLEEP);
    }
}
