package dev.nanokit.cli.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/nkapp}, in a copy of the checkout's shape, on JDKs that only say how they were called. */
@Timeout(60)
class StartScriptTest {
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    @TempDir
    private Path folder;

    private Path root;
    private final Map<String, String> variables = new HashMap<>();

    private record Outcome(int status, String out, String err) {}

    @BeforeEach
    void copyScripts() throws IOException {
        root = Files.createDirectory(folder.resolve("check out"));
        Path bin = Path.of("../bin").toAbsolutePath().normalize();
        Files.createDirectories(root.resolve("bin/lib"));
        for (String name :
                List.of("nkapp", "lib/jdk.sh", "lib/sources.sh", "lib/nkapp-build.sh", "lib/nkapp-start.sh")) {
            Files.copy(bin.resolve(name), root.resolve("bin").resolve(name));
        }
        write("pom.xml", "");
        write("nkapp/pom.xml", "");
        write("nkapp/src/main/A.java", "");
        write("functions/engine/src/main/B.java", "");
        write("nkapp/target/nkapp.jar", "");
        write("nkapp/target/lib/engine.jar", "");
        age("pom.xml", "nkapp/pom.xml", "nkapp/src/main/A.java", "nkapp/src/main", "functions/engine/src/main/B.java");
        age("functions/engine/src/main", "functions/engine/src", "functions/engine", "functions");
        age("nkapp/target/lib/engine.jar", "nkapp/target/lib");
        variables.put("JAVA_HOME", jdk("jdk-25", "25.0.3").toString());
        variables.put("NKAPP_CACHE", "no");
    }

    /** What begins behind a test's back has to end before its folder is taken away. */
    private static void awaitTraining(Path cache) throws IOException {
        while (!content(cache).contains("StartTraining")) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static String content(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            return "";
        }
    }

    @Test
    void wordsReachNkappUnchanged() throws Exception {
        Outcome outcome = run("plan", "-e", "two words", "*", "");

        assertThat(outcome.status()).as(outcome.err()).isEqualTo(7);
        assertThat(outcome.out().lines().toList())
                .containsSubsequence("dev.nanokit.cli.Main", "plan", "-e", "two words", "*", "");
        assertThat(outcome.out()).contains("-cp\n" + root.resolve("nkapp/target/nkapp.jar") + "\n");
    }

    @Test
    void aCacheOfThisJdkIsUsed() throws Exception {
        variables.remove("NKAPP_CACHE");
        Path cache = write("nkapp/target/start-25.0.3+9/cache", "x");

        assertThat(run("plan").out())
                .contains("-XX:AOTCache=" + cache + "\n", "-Dorg.sqlite.lib.path=" + cache.getParent() + "\n");
    }

    @Test
    void anOlderJdkGetsAnArchive() throws Exception {
        variables.remove("NKAPP_CACHE");
        variables.put("JAVA_HOME", jdk("jdk-21", "21.0.5").toString());
        Path cache = write("nkapp/target/start-21.0.5+9/cache", "x");

        assertThat(run("plan").out())
                .contains("-XX:SharedArchiveFile=" + cache + "\n")
                .doesNotContain("AOT");
    }

    @Test
    void aCacheThatIsOlderThanTheJarsIsNotUsed() throws Exception {
        variables.remove("NKAPP_CACHE");
        Path cache = write("nkapp/target/start-25.0.3+9/cache", "x");
        age("nkapp/target/start-25.0.3+9/cache");

        assertThat(run("plan").out()).doesNotContain("-XX:AOTCache=");
        awaitTraining(cache);
    }

    @Test
    void withoutACacheNkappStartsAllTheSame() throws Exception {
        variables.remove("NKAPP_CACHE");
        assertThat(run("plan").status()).isEqualTo(7);
        awaitTraining(root.resolve("nkapp/target/start-25.0.3+9/cache"));
    }

    @Test
    void aJdkThatIsTooOldIsPassedOver() throws Exception {
        variables.put("JAVA_HOME", jdk("jdk-17", "17.0.9").toString());
        variables.put("HOME", folder.resolve("home").toString());
        jdk("home/.jdks/jdk-99", "99");

        assertThat(run("plan").out()).startsWith("java 99\n");
    }

    @Test
    void whatIsOlderThanItsSourcesIsBuiltFirst() throws Exception {
        maven("touch \"${4%pom.xml}nkapp/target/nkapp.jar\"; echo built by maven");
        Files.setLastModifiedTime(root.resolve("nkapp/target/nkapp.jar"), FileTime.from(LONG_AGO.minusSeconds(60)));

        Outcome outcome = run("plan");

        assertThat(outcome.err()).contains("nkapp: building, since sources have changed", "built by maven");
        assertThat(outcome.out()).startsWith("java 25.0.3\n").doesNotContain("built by maven");
        assertThat(run("plan").err()).as("the second time").doesNotContain("building");
    }

    @Test
    void whatABuildLeavesBesideSourcesIsNoReasonToBuildAgain() throws Exception {
        write("functions/engine/target/engine.jar", "");

        assertThat(run("plan").err()).doesNotContain("building");
    }

    @Test
    void aSourceThatIsGoneIsAReasonToBuild() throws Exception {
        maven("touch \"${4%pom.xml}nkapp/target/nkapp.jar\"");
        Files.delete(root.resolve("functions/engine/src/main/B.java"));

        assertThat(run("plan").err()).contains("nkapp: building, since sources have changed");
    }

    @Test
    void aBuildMakesTheCacheThatTheNextStartUses() throws Exception {
        variables.remove("NKAPP_CACHE");
        maven("touch \"${4%pom.xml}nkapp/target/nkapp.jar\"");
        Files.delete(root.resolve("nkapp/target/nkapp.jar"));

        Outcome outcome = run("plan");

        Path cache = root.resolve("nkapp/target/start-25.0.3+9/cache");
        assertThat(cache).content().contains("dev.nanokit.cli.start.StartTraining");
        assertThat(outcome.out()).contains("-XX:AOTCache=" + cache + "\n").doesNotContain("StartTraining");
        assertThat(root.resolve("nkapp/target/start-25.0.3+9.making")).doesNotExist();
    }

    @Test
    void withoutWriteAccessTheCacheLiesInTheUsersFolder() throws Exception {
        variables.remove("NKAPP_CACHE");
        Path cache = folder.resolve("cache/nanokit/start-25.0.3+9/cache");
        Files.createDirectories(cache.getParent());
        Files.writeString(cache, "x");
        variables.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        Files.setPosixFilePermissions(root.resolve("nkapp/target"), PosixFilePermissions.fromString("r-xr-xr-x"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(startAsNobodyInParticular(root.resolve("bin/nkapp").toString(), "plan")
                        .out())
                .contains("-XX:AOTCache=" + cache + "\n");
    }

    @Test
    void whoeverAsksForNoCacheGetsNone() throws Exception {
        write("nkapp/target/start-25.0.3+9/cache", "x");
        variables.put("NKAPP_CACHE", "no");

        assertThat(run("plan").out()).doesNotContain("AOTCache");
    }

    @Test
    void aBuildThatFailsIsSaid() throws Exception {
        maven("echo cannot compile >&2; exit 1");
        Files.delete(root.resolve("nkapp/target/nkapp.jar"));

        Outcome outcome = run("plan");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).contains("cannot compile", "the build failed");
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void whoeverAsksForNoBuildGetsNone() throws Exception {
        maven("exit 1");
        Files.setLastModifiedTime(root.resolve("nkapp/target/nkapp.jar"), FileTime.from(LONG_AGO.minusSeconds(60)));
        variables.put("NKAPP_BUILD", "no");

        assertThat(run("plan").status()).isEqualTo(7);
    }

    @Test
    void aBareLocaleStillMeansUtf8() throws Exception {
        variables.put("LC_ALL", "POSIX");

        assertThat(run("plan").out()).contains("LC_ALL=C.UTF-8\n");
    }

    @Test
    void throughALinkItFindsItsCheckout() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("nkapp"), root.resolve("bin/nkapp"));

        assertThat(start(link.toString(), "plan").out())
                .contains(root.resolve("nkapp/target/nkapp.jar").toString());
    }

    /** A JDK whose java prints how it was called and exits with 7. */
    private Path jdk(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        executable(
                home.resolve("bin/java"),
                "#!/bin/sh\necho java " + version
                        + "\necho LC_ALL=$LC_ALL\nfor word in \"$@\"; do echo \"$word\"\ncase $word in"
                        + " -XX:AOTCacheOutput=*) echo \"$*\" >\"${word#*=}\"; exit 0 ;; esac; done\nexit 7\n");
        executable(home.resolve("bin/javac"), "#!/bin/sh\n");
        Files.writeString(
                home.resolve("release"),
                "JAVA_VERSION=\"" + version + "\"\nJAVA_RUNTIME_VERSION=\"" + version + "+9\"\n");
        return home;
    }

    private void maven(String script) throws IOException {
        Path bin = Files.createDirectories(folder.resolve("tools"));
        executable(bin.resolve("mvn"), "#!/bin/sh\n" + script + "\n");
        variables.put("PATH", bin + ":" + System.getenv("PATH"));
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Path write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private void age(String... names) throws IOException {
        for (String name : names) {
            Files.setLastModifiedTime(root.resolve(name), FileTime.from(LONG_AGO));
        }
    }

    private Outcome run(String... words) throws Exception {
        return start(root.resolve("bin/nkapp").toString(), words);
    }

    /** Root may write everywhere, so root becomes somebody else. */
    private Outcome startAsNobodyInParticular(String script, String... words) throws Exception {
        List<String> command = new ArrayList<>();
        if (Files.getOwner(folder).getName().equals("root")) {
            command.addAll(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
        }
        command.addAll(List.of("bash", script));
        command.addAll(List.of(words));
        return start(command);
    }

    private Outcome start(String script, String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("bash", script));
        command.addAll(List.of(words));
        return start(command);
    }

    private Outcome start(List<String> command) throws Exception {
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().remove("NKAPP_BUILD");
        builder.environment().putAll(variables);
        int status = builder.start().waitFor();
        return new Outcome(
                status, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    }
}
