package dev.nanokit.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A checkout to install from, with the real template, workflows and commands. Only what the functions are made of is made
 * up, and whatever builds it and registers the App writes down that it was run.
 */
final class Installation {
    private static final List<String> ARTIFACTS =
            List.of("github-app/lambda", "functions/deploy-control", "functions/deploy-http");

    private final Path root;
    private final Map<String, String> variables = new HashMap<>();

    private Installation(Path root, Map<String, String> account) {
        this.root = root;
        this.variables.putAll(account);
        this.variables.put("PYTHONPATH", root.resolve("infra-bootstrap").toString());
        this.variables.put("PYTHONDONTWRITEBYTECODE", "1");
        this.variables.put("CI", "");
        this.variables.put("AWS_PROFILE", "");
        this.variables.put("AWS_DEFAULT_REGION", "");
        this.variables.put("AWS_SESSION_TOKEN", "");
        this.variables.put("AWS_CONFIG_FILE", root.resolve("no-config").toString());
        this.variables.put(
                "AWS_SHARED_CREDENTIALS_FILE", root.resolve("no-config").toString());
        this.variables.put("AWS_EC2_METADATA_DISABLED", "true");
    }

    /** @param account the variables that point to it */
    static Installation in(Path root, Map<String, String> account) {
        Installation installation = new Installation(root, account);
        try {
            copy("template.yaml", root);
            try (Stream<Path> files = Files.walk(Command.ROOT.resolve("infra-bootstrap/nanokit_aws"))) {
                files.filter(file -> file.toString().endsWith(".py"))
                        .forEach(file -> copy(Command.ROOT.relativize(file).toString(), root));
            }
            copy("infra-bootstrap/account.yaml", root);
            for (String workflow : List.of("deliver", "plan", "apply", "destroy")) {
                copy("functions/workflows/" + workflow + ".asl.json", root);
            }
            installation.built("first");
            installation.script("bin/lib/functions-build.sh", "echo built >>steps");
            installation.script("bin/nkapp", "echo nkapp \"$@\" in \"$AWS_REGION\" >>steps");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return installation;
    }

    /** Has the functions be made of something else. */
    void built(String content) {
        for (String module : ARTIFACTS) {
            Path file = root.resolve(module + "/target/function.zip");
            try {
                Files.createDirectories(file.getParent());
                try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
                    zip.putNextEntry(new ZipEntry("lib/" + module.replace('/', '-')));
                    zip.write(content.getBytes(StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    void script(String file, String body) throws IOException {
        Path script = root.resolve(file);
        write(script, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** What was run of the checkout, in order. */
    List<String> steps() throws IOException {
        Path file = root.resolve("steps");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    Path file(String name) {
        return root.resolve(name);
    }

    /** Runs a command, and expects it to go well: what it said. */
    String succeeds(String... arguments) {
        Command.Outcome outcome = run(arguments);
        assertThat(outcome.status()).as(outcome.all()).isZero();
        return outcome.out();
    }

    /** Runs a command, and expects a refusal: what it said. */
    String fails(String... arguments) {
        Command.Outcome outcome = run(arguments);
        assertThat(outcome.status()).as(outcome.all()).isOne();
        assertThat(outcome.err()).doesNotContain("Traceback");
        return outcome.err();
    }

    private Command.Outcome run(String... arguments) {
        List<String> words = new ArrayList<>(List.of("nanokit_aws"));
        words.addAll(List.of(arguments));
        return Command.python(words.toArray(String[]::new)).with(variables).run();
    }

    Installation with(String variable, String value) {
        Installation other = new Installation(root, variables);
        other.variables.put(variable, value);
        return other;
    }

    /** What the account holds of the stack. */
    JsonNode look() {
        String script =
                Command.ROOT.resolve("infra-bootstrap/src/test/python/look.py").toString();
        Command.Outcome outcome =
                Command.of("python3", script, "nanokit").with(variables).run();
        assertThat(outcome.status()).as(outcome.err()).isZero();
        return JsonMapper.builder().build().readTree(outcome.out());
    }

    /** Keeps a secret in the account. */
    void keep(String name, String value) {
        Command.Outcome outcome = Command.of(
                        "python3",
                        "-c",
                        "import boto3, os, sys; boto3.client('secretsmanager', region_name=os.environ['AWS_REGION'])"
                                + ".create_secret(Name=sys.argv[1], SecretString=sys.argv[2])",
                        name,
                        value)
                .with(variables)
                .run();
        assertThat(outcome.status()).as(outcome.err()).isZero();
    }

    private static void copy(String file, Path root) {
        try {
            Path to = root.resolve(file);
            Files.createDirectories(to.getParent());
            Files.copy(Command.ROOT.resolve(file), to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
