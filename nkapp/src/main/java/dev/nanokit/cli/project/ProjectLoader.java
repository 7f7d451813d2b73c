package dev.nanokit.cli.project;

import dev.nanokit.cli.Surroundings;
import dev.nanokit.cli.report.Failure;
import dev.nanokit.cli.report.Refusal;
import dev.nanokit.engine.config.NanokitConfig;
import dev.nanokit.engine.source.InvalidConfigException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds nanokit.yml, reads it and what stands around it, and settles which environment is meant. */
public final class ProjectLoader {
    public static final String FILE_NAME = "nanokit.yml";
    private static final String DEFAULT_ENVIRONMENT = "local";
    /** More than any file may have; what lies behind is never read. */
    private static final int MOST_BYTES = 16 << 20;

    private final Surroundings surroundings;

    public ProjectLoader(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * Finds the file and what stands around it, without reading the file itself.
     *
     * @throws InvalidConfigException when {@code .env} beside it is wrong
     * @throws Refusal when there is no file
     */
    public Located locate(ProjectSelection selection) {
        Optional<GitCheckout> git = GitCheckout.around(surroundings.folder());
        Path file = selection
                .file()
                .map(named -> surroundings.folder().resolve(named).normalize())
                .orElseGet(() -> find(git));
        String shown = selection.file().map(Path::toString).orElseGet(() -> shown(file));
        Optional<GitCheckout> around = selection.file().isPresent() ? GitCheckout.around(file.getParent()) : git;
        return new Located(selection, file, shown, variables(file.getParent()), around);
    }

    /**
     * @throws InvalidConfigException when the file, or {@code .env} beside it, is wrong
     * @throws Refusal when there is no file, or it can't be read
     */
    public Project load(ProjectSelection selection) {
        return locate(selection).read();
    }

    /** A project whose file has been found. */
    public record Located(
            ProjectSelection selection,
            Path file,
            String shownFile,
            Map<String, String> variables,
            Optional<GitCheckout> git) {
        /**
         * @throws InvalidConfigException with all errors of the file
         * @throws Refusal when it can't be read
         */
        public Project read() {
            byte[] bytes = ProjectLoader.read(file, shownFile);
            String first = selection.environment().orElse(DEFAULT_ENVIRONMENT);
            NanokitConfig config = NanokitConfig.parse(shownFile, bytes, first);
            String environment = selection.environment().orElseGet(() -> environmentOfBranch(config, git));
            return new Project(
                    file,
                    shownFile,
                    selection.file().isPresent(),
                    environment.equals(first) ? config : NanokitConfig.parse(shownFile, bytes, environment),
                    environment,
                    variables,
                    git);
        }
    }

    private static String environmentOfBranch(NanokitConfig config, Optional<GitCheckout> git) {
        return git.flatMap(GitCheckout::branch)
                .flatMap(config::environmentForBranch)
                .orElse(DEFAULT_ENVIRONMENT);
    }

    /** The file in the working folder or, inside a checkout, in the nearest folder above it. */
    private Path find(Optional<GitCheckout> git) {
        Path last = git.map(GitCheckout::root).orElse(surroundings.folder());
        for (Path folder = surroundings.folder(); folder != null; folder = folder.getParent()) {
            Path file = folder.resolve(FILE_NAME);
            if (Files.exists(file)) {
                return file;
            }
            if (folder.equals(last)) {
                break;
            }
        }
        boolean otherSuffix = Files.exists(surroundings.folder().resolve("nanokit.yaml"));
        throw new Refusal(Failure.usage(
                "there is no " + FILE_NAME + " in " + surroundings.folder()
                        + (git.isPresent() ? " nor above it in this checkout" : ""),
                "",
                otherSuffix ? "name the file that is there: nkapp … --file nanokit.yaml" : "write one with: nkapp init",
                "or name another file: nkapp … --file PATH"));
    }

    private String shown(Path file) {
        return surroundings.folder().relativize(file).toString();
    }

    private static byte[] read(Path file, String shown) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MOST_BYTES);
        } catch (IOException e) {
            throw unreadable(file, shown, e);
        }
    }

    private static Refusal unreadable(Path file, String shown, IOException e) {
        if (!Files.exists(file)) {
            return new Refusal(Failure.usage(
                    "there is no file " + shown, "", "name the file that is meant, or write one with: nkapp init"));
        }
        if (Files.isDirectory(file)) {
            return new Refusal(Failure.usage(
                    shown + " is a folder", "a file is expected", "name the file in it: " + shown + "/" + FILE_NAME));
        }
        String why = e instanceof AccessDeniedException ? "this user may not read it" : String.valueOf(e.getMessage());
        return new Refusal(Failure.usage(shown + " can't be read", why, "let this user read it: chmod u+r " + shown));
    }

    private Map<String, String> variables(Path folder) {
        Map<String, String> variables = new HashMap<>();
        Path file = folder.resolve(".env");
        if (Files.isRegularFile(file)) {
            variables.putAll(DotEnv.parse(shown(file), dotEnvText(file)));
        }
        variables.putAll(surroundings.variables());
        return variables;
    }

    private String dotEnvText(Path file) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new Refusal(Failure.usage(
                    shown(file) + " can't be read", "it is not UTF-8", "save it as UTF-8, or take it away"));
        } catch (IOException e) {
            throw unreadable(file, shown(file), e);
        }
    }
}
