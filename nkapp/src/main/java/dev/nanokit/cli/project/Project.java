package dev.nanokit.cli.project;

import dev.nanokit.engine.config.Environment;
import dev.nanokit.engine.config.NanokitConfig;
import dev.nanokit.engine.config.Variables;
import dev.nanokit.state.EnvironmentId;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A parsed nanokit.yml with what stands around it.
 *
 * @param file absolute
 * @param shownFile the file's name as messages give it
 * @param namedFile whether the user named the file; then commands that nkapp suggests name it too
 * @param environment the environment that was asked for, or that the branch decides, or {@code local}
 * @param variables those of {@code .env} beside the file, and over them the process's
 */
public record Project(
        Path file,
        String shownFile,
        boolean namedFile,
        NanokitConfig config,
        String environment,
        Map<String, String> variables,
        Optional<GitCheckout> git) {
    /** The tenant of everything that nkapp does by itself. */
    private static final String TENANT = "local";

    public Project {
        variables = Map.copyOf(variables);
    }

    public Path folder() {
        return file.getParent();
    }

    public EnvironmentId id() {
        return new EnvironmentId(TENANT, config.project(), environment);
    }

    /**
     * What is to be true for the environment.
     *
     * @throws dev.nanokit.engine.source.InvalidConfigException with all errors
     */
    public Environment resolve() {
        return config.environment(environment, Variables.of(variables));
    }

    /** The same file, for another of its environments. */
    public Project in(String other) {
        return new Project(file, shownFile, namedFile, config, other, variables, git);
    }

    /** The repository as it is recorded as the component's owner: its origin, else an absolute path. */
    public String repository() {
        return git.map(GitCheckout::repository).orElse(folder().toString());
    }

    /** Head commit; empty outside a repository. */
    public String commit() {
        return git.flatMap(GitCheckout::commit).orElse("");
    }

    /** A command line about this project and environment, ready to be typed: {@code nkapp up --env local}. */
    public String command(String words) {
        return "nkapp " + words + " --env " + environment + (namedFile ? " --file " + quote(shownFile) : "");
    }

    private static String quote(String word) {
        boolean plain = word.chars().allMatch(c -> Character.isLetterOrDigit(c) || "/._-+@:,".indexOf(c) >= 0);
        return plain ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
