package dev.nanokit.provider.docker.lab;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Images of databases: one that only behaves like one, and PostgreSQL as this machine has it. */
public final class TestDatabases {
    private static final Path POSTGRES = Path.of("/usr/lib/postgresql");
    private static final List<String> PROGRAMS = List.of("postgres", "initdb", "psql", "pg_isready");
    /** What a new database is filled with. */
    private static final List<String> MODULES = List.of("plpgsql.so", "dict_snowball.so");

    private static final Pattern LIBRARY = Pattern.compile("(/\\S+)");

    /** Keeps the first password it is given in its data, as a database does; ready once it has. */
    private static final String PRETEND = """
            #!/bin/sh
            data=/var/lib/postgresql/data
            test -e $data/password || printf '%s' "$POSTGRES_PASSWORD" > $data/password
            touch /tmp/ready
            trap 'exit 0' TERM
            sleep 100000 &
            wait
            """;

    private static final String ENTRYPOINT = """
            #!/bin/sh
            set -e
            data=/var/lib/postgresql/data
            if [ "$(id -u)" = 0 ]; then
              chown postgres $data /run/postgresql
              chmod 777 /tmp
              exec su -s /bin/sh postgres -c 'exec /bin/docker-entrypoint.sh'
            fi
            if [ ! -s $data/PG_VERSION ]; then
              printf '%s' "$POSTGRES_PASSWORD" > /tmp/password
              initdb -D $data -U "$POSTGRES_USER" --pwfile=/tmp/password --locale=C -E UTF8 \\
                --auth-local=trust --auth-host=scram-sha-256 --no-sync >/dev/null
              rm /tmp/password
              echo 'host all all all scram-sha-256' >> $data/pg_hba.conf
              echo "CREATE DATABASE \\"$POSTGRES_DB\\"" | postgres --single -D $data -F postgres >/dev/null
            fi
            exec postgres -D $data -F -c listen_addresses='*' -c unix_socket_directories=/run/postgresql
            """;

    private TestDatabases() {}

    /** An image that passes for PostgreSQL's, under a tag that nobody else has. */
    public static String pretend() {
        String tag = "16-nkt" + TestImages.random();
        byte[] root = RootFolder.withBusybox()
                .file("bin/docker-entrypoint.sh", PRETEND, true)
                .file("bin/pg_isready", "#!/bin/sh\ntest -e /tmp/ready\n", true)
                .folder("var/lib/postgresql/data/")
                .archive();
        TestImages.importRoot("postgres:" + tag, root, "ENTRYPOINT [\"docker-entrypoint.sh\"]");
        return tag;
    }

    /** A real PostgreSQL, laid out as its official image; the test is left out where this machine has none. */
    public static String postgres() throws IOException, InterruptedException {
        Path installed = installed();
        String tag = "15-nkt" + TestImages.random();
        RootFolder root = RootFolder.withBusybox()
                .file("bin/docker-entrypoint.sh", ENTRYPOINT, true)
                .folder("var/lib/postgresql/data/")
                .folder("run/postgresql/")
                .folder("var/")
                .link("var/run", "/run")
                .copyAll(Path.of("/usr/share/postgresql").resolve(installed.getFileName()));
        for (String module : MODULES) {
            Path file = installed.resolve("lib").resolve(module);
            root.copy(file, file.toString().substring(1));
        }
        for (String program : PROGRAMS) {
            Path file = installed.resolve("bin").resolve(program);
            root.copy(file, file.toString().substring(1));
            root.link("bin/" + program, file.toString());
            libraries(file)
                    .forEach(library -> root.copy(library, library.toString().substring(1)));
        }
        TestImages.importRoot("postgres:" + tag, root.archive(), "ENTRYPOINT [\"docker-entrypoint.sh\"]");
        return tag;
    }

    private static Path installed() throws IOException {
        assumeTrue(Files.isDirectory(POSTGRES), "PostgreSQL is not installed here");
        try (Stream<Path> versions = Files.list(POSTGRES)) {
            return versions.filter(version -> Files.isExecutable(version.resolve("bin/postgres")))
                    .max(Path::compareTo)
                    .orElseThrow();
        }
    }

    private static List<Path> libraries(Path program) throws IOException, InterruptedException {
        Process ldd = new ProcessBuilder("ldd", program.toString()).start();
        String output = new String(ldd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (ldd.waitFor() != 0) {
            throw new UncheckedIOException(new IOException("ldd can't read " + program));
        }
        return Arrays.stream(output.split("\n"))
                .flatMap(line -> LIBRARY.matcher(line).results().map(match -> Path.of(match.group(1))))
                .filter(Files::exists)
                .toList();
    }
}
