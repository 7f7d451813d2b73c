package dev.nanokit.engine.config;

import dev.nanokit.engine.source.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A parsed {@code nanokit.yml}, each value with its place. */
@SuppressWarnings("DoNotCallSuggester")
public final class NanokitConfig {
    private NanokitConfig() {}

    /**
     * Reads the file, and checks its structure and, for every environment, all that needs no variables.
     *
     * @throws dev.nanokit.engine.source.InvalidConfigException with all errors that were found
     */
    public static NanokitConfig parse(String fileName, String text) {
        throw new UnsupportedOperationException("not there yet: " + fileName);
    }

    /**
     * The same, of the file's bytes, which must be UTF-8.
     *
     * @throws dev.nanokit.engine.source.InvalidConfigException with all errors that were found
     */
    public static NanokitConfig parse(String fileName, byte[] bytes) {
        throw new UnsupportedOperationException("not there yet: " + fileName);
    }

    /**
     * The same, but of errors that show only in a merged environment those of this one alone.
     *
     * @throws dev.nanokit.engine.source.InvalidConfigException with all errors that were found
     */
    public static NanokitConfig parse(String fileName, byte[] bytes, String environment) {
        throw new UnsupportedOperationException("not there yet: " + fileName);
    }

    public String project() {
        throw new UnsupportedOperationException();
    }

    public String component() {
        throw new UnsupportedOperationException();
    }

    /** The environments that there are: those of {@code environments} and {@code git.environments}, and local. */
    public Set<String> environmentNames() {
        throw new UnsupportedOperationException();
    }

    /** Whether the file names no environment and so accepts any. */
    public boolean acceptsAnyEnvironment() {
        throw new UnsupportedOperationException();
    }

    /** The environment to which {@code git.environments} maps the branch: the most specific match. */
    public Optional<String> environmentForBranch(String branch) {
        throw new UnsupportedOperationException(branch);
    }

    public GitRules git() {
        throw new UnsupportedOperationException();
    }

    /**
     * The environment: overrides merged in, variables expanded, defaults filled in, all checked. Its warnings are in
     * {@link Environment#warnings()}.
     *
     * @throws dev.nanokit.engine.source.InvalidConfigException with all errors; also when there is no such environment
     */
    public Environment environment(String name, Variables variables) {
        throw new UnsupportedOperationException(name);
    }

    /** Every error and warning of every environment, each once, in the order of the file. */
    public List<Problem> check(Variables variables) {
        throw new UnsupportedOperationException();
    }

    /** Every error and warning of one environment, in the order of the file. */
    public List<Problem> check(String environment, Variables variables) {
        throw new UnsupportedOperationException(environment);
    }
}
