package dev.nanokit.github.standin;

import dev.nanokit.github.standin.world.Check;
import dev.nanokit.github.standin.world.Comments.Comment;
import dev.nanokit.github.standin.world.Pull;
import dev.nanokit.github.standin.world.Repo;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What somebody does in the repository, a line at a time; each line is answered by one or more, the last a dot. */
final class Script {
    static final String USAGE = """
              open BRANCH FOLDER LOGIN   a branch that holds the folder, and a pull request of it to main
              push BRANCH FOLDER         the branch holds the folder now
              comment NUMBER LOGIN TEXT
              press IDENTIFIER LOGIN     a button of the newest check
              merge NUMBER LOGIN
              role LOGIN ROLE
              checks                     every check: name, standing, title
              comments NUMBER
              violations                 what was not as GitHub describes it
            """;

    private final StandIn github;
    private final Repo repo;

    Script(StandIn github, Repo repo) {
        this.github = github;
        this.repo = repo;
    }

    void run(InputStream lines, PrintStream answers) throws IOException, InterruptedException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(lines, StandardCharsets.UTF_8));
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            try {
                answer(List.of(line.strip().split("\\s+", 4))).forEach(answers::println);
            } catch (RuntimeException e) {
                answers.println("not done: " + e.getMessage());
            }
            github.webhooks().await();
            answers.println(".");
            answers.flush();
        }
    }

    private List<String> answer(List<String> words) throws IOException {
        return switch (words.getFirst()) {
            case "open" -> {
                commit(words.get(1), Path.of(words.get(2)));
                yield List.of(
                        Integer.toString(repo.open(words.get(1), words.get(3)).number()));
            }
            case "push" -> List.of(commit(words.get(1), Path.of(words.get(2))));
            case "comment" -> List.of(Long.toString(pull(words).comment(words.get(2), words.get(3))));
            case "press" -> {
                Check newest = repo.checks().all().getLast();
                repo.checks().press(newest, words.get(1), words.get(2));
                yield List.of(newest.name());
            }
            case "merge" -> List.of(pull(words).merge(words.get(2)));
            case "role" -> {
                repo.collaborator(words.get(1), words.get(2));
                yield List.of();
            }
            case "checks" -> repo.checks().all().stream().map(Script::shown).toList();
            case "comments" ->
                repo.comments().on(pull(words).number()).stream()
                        .map(Script::shown)
                        .toList();
            case "violations" -> github.traffic().violations();
            default -> List.of("not understood; there is:", USAGE.stripTrailing());
        };
    }

    private Pull pull(List<String> words) {
        return repo.pull(Integer.parseInt(words.get(1)))
                .orElseThrow(() -> new IllegalArgumentException("no pull request " + words.get(1)));
    }

    private static String shown(Check check) {
        String conclusion = check.text("conclusion");
        return check.name() + ": " + (conclusion.isEmpty() ? check.text("status") : conclusion) + ": "
                + check.output("title");
    }

    private static String shown(Comment comment) {
        return comment.author().login() + " " + comment.reactions() + ": " + comment.body();
    }

    /** The branch holds the folder, and nothing else. */
    String commit(String branch, Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        byte[][] bytes = new byte[files.size()][];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = Files.readAllBytes(files.get(i));
        }
        return repo.commit(branch, held -> {
            held.clear();
            for (int i = 0; i < bytes.length; i++) {
                Path file = files.get(i);
                String path = folder.relativize(file).toString();
                held.put(
                        path,
                        Files.isExecutable(file)
                                ? repo.objects().program(bytes[i])
                                : repo.objects().file(bytes[i]));
            }
        });
    }
}
