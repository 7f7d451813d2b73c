package dev.nanokit.github.demo;

import dev.nanokit.github.standin.StandIn;
import dev.nanokit.github.standin.world.Pull;
import dev.nanokit.github.standin.world.Repo;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A GitHub with one repository. Leaves in a folder what {@code nkapp github serve} needs to know, and does what standard
 * input says, a line each: {@code webhook URL}, {@code open BRANCH FOLDER}, {@code show PAGE}. Ends with its input.
 */
public final class DemoGitHub {
    private static final String SOMEBODY = "ada";

    private final StandIn github;
    private final Repo repository;
    private final PrintStream out;

    DemoGitHub(StandIn github, Repo repository, PrintStream out) {
        this.github = github;
        this.repository = repository;
        this.out = out;
    }

    /** @param words where to leave the App's key and secret, the repository's full name, and the folder it begins as */
    public static void main(String[] words) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (StandIn github = StandIn.start();
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            Repo repository = github.repository(words[1]);
            repository.collaborator(SOMEBODY, "write");
            repository.commit("main", files -> files.putAll(FolderContent.of(Path.of(words[2]), repository.objects())));
            leave(Path.of(words[0]), github);
            out.println("ready");
            new DemoGitHub(github, repository, out).follow(in);
        }
    }

    private static void leave(Path folder, StandIn github) throws IOException {
        write(folder.resolve("private-key.pem"), github.app().keys().pem());
        write(folder.resolve("webhook-secret"), github.app().webhookSecret());
        write(folder.resolve("github.env"), """
                NANOKIT_GITHUB_APP_ID=%d
                NANOKIT_GITHUB_API_URL=%s
                """.formatted(github.app().id(), github.apiUrl()));
    }

    private static void write(Path file, String text) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text);
    }

    void follow(BufferedReader in) throws IOException, InterruptedException {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ", 3);
            switch (words[0]) {
                case "webhook" -> webhook(URI.create(words[1]));
                case "open" -> open(words[1], Path.of(words[2]));
                case "show" -> show(Path.of(words[1]));
                default -> out.println("unknown: " + words[0]);
            }
        }
    }

    private void webhook(URI address) {
        github.webhooks().sendTo(address);
        out.println("deliveries go to " + address);
    }

    private void open(String branch, Path folder) throws InterruptedException {
        repository.commit(branch, files -> {
            files.clear();
            files.putAll(FolderContent.of(folder, repository.objects()));
        });
        Pull pull = repository.open(branch, SOMEBODY);
        github.webhooks().await();
        out.println("opened " + repository.fullName() + "#" + pull.number());
    }

    private void show(Path page) throws IOException {
        PullShown shown = new PullShown(repository, repository.pulls().getLast());
        Files.writeString(page, shown.page());
        out.print(shown.text());
        out.println("shown");
    }
}
