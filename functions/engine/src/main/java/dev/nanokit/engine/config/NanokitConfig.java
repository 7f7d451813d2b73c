package dev.nanokit.engine.config;

import dev.nanokit.engine.config.decode.EnvironmentDecoder;
import dev.nanokit.engine.config.git.BranchMap;
import dev.nanokit.engine.config.layer.Layers;
import dev.nanokit.engine.resource.Owner;
import dev.nanokit.engine.source.InvalidConfigException;
import dev.nanokit.engine.source.Problem;
import dev.nanokit.engine.source.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A parsed {@code nanokit.yml}, each value with its place.
 *
 * <p>It is sound in structure, and every environment keeps the rules that can be checked while variables are unknown.
 * {@link #environment} resolves one of them.
 */
public final class NanokitConfig {
    private final Source source;
    private final Header header;
    private final Layers layers;
    private final BranchMap branches;

    /** What was read. */
    public record Source(String file, String text) {}

    NanokitConfig(Source source, Header header, Layers layers) {
        this.source = source;
        this.header = header;
        this.layers = layers;
        this.branches = new BranchMap(header.git().environments());
    }

    /**
     * Reads the file, and checks its structure and, for every environment, all that needs no variables.
     *
     * @throws InvalidConfigException with all errors that were found
     */
    public static NanokitConfig parse(String fileName, String text) {
        return new ConfigReader(fileName).read(text, Optional.empty());
    }

    /**
     * The same, of the file's bytes, which must be UTF-8.
     *
     * @throws InvalidConfigException with all errors that were found
     */
    public static NanokitConfig parse(String fileName, byte[] bytes) {
        return parse(fileName, SourceText.decode(fileName, bytes));
    }

    /**
     * The same, but of errors that show only in a merged environment those of this one alone: for work in one
     * environment that an error in another should not hold up.
     *
     * @throws InvalidConfigException with all errors that were found; also when there is no such environment
     */
    public static NanokitConfig parse(String fileName, byte[] bytes, String environment) {
        return new ConfigReader(fileName).read(SourceText.decode(fileName, bytes), Optional.of(environment));
    }

    /** The file as it was, for whoever has another process read it. */
    public Source source() {
        return source;
    }

    public String project() {
        return header.project();
    }

    public String component() {
        return header.component();
    }

    /** The environments that there are: those of {@code environments} and {@code git.environments}, and local. */
    public Set<String> environmentNames() {
        return header.environments();
    }

    /** Whether the file names no environment and so accepts any. */
    public boolean acceptsAnyEnvironment() {
        return header.acceptsAny();
    }

    /** The environment to which {@code git.environments} maps the branch: the most specific match. */
    public Optional<String> environmentForBranch(String branch) {
        return branches.environmentOf(branch);
    }

    public GitRules git() {
        return header.git();
    }

    /**
     * The environment: overrides merged in, variables expanded, defaults filled in, all checked. Its warnings are in
     * {@link Environment#warnings()}.
     *
     * @throws InvalidConfigException with all errors; also when there is no such environment
     */
    public Environment environment(String name, Variables variables) {
        header.require(name);
        Resolution resolution = Resolution.with(variables, layers, name);
        resolution.problems().throwIfErrors();
        Owner owner = new Owner(project(), name, component());
        return new EnvironmentDecoder(owner, resolution.root())
                .decode(resolution.places(), resolution.problems().warnings());
    }

    /** Every error and warning of every environment, each once, in the order of the file. */
    public List<Problem> check(Variables variables) {
        ProblemsByEnvironment found = new ProblemsByEnvironment();
        environmentNames().forEach(name -> found.add(name, check(name, variables)));
        return found.all();
    }

    /**
     * Every error and warning of one environment, in the order of the file.
     *
     * @throws InvalidConfigException when there is no such environment
     */
    public List<Problem> check(String environment, Variables variables) {
        header.require(environment);
        try {
            return Resolution.with(variables, layers, environment).problems().all();
        } catch (InvalidConfigException tooMany) {
            return tooMany.problems();
        }
    }
}
