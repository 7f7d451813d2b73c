package dev.nanokit.cli.operation;

import dev.nanokit.cli.ExitStatus;
import dev.nanokit.cli.Session;
import dev.nanokit.cli.init.FolderScan;
import dev.nanokit.cli.init.Found;
import dev.nanokit.cli.init.StarterFile;
import dev.nanokit.cli.project.ProjectLoader;
import dev.nanokit.cli.report.Failure;
import dev.nanokit.cli.report.NewFile;
import dev.nanokit.cli.report.Refusal;
import dev.nanokit.cli.view.View;
import dev.nanokit.engine.config.shape.LegalName;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Writes a first nanokit.yml. */
public record InitOperation(Session session, View view) {
    public ExitStatus run(Optional<Path> named, Optional<String> projectName) {
        Path shown = named.orElse(Path.of(ProjectLoader.FILE_NAME));
        Path file = session.surroundings().folder().resolve(shown);
        String project = projectName.map(InitOperation::legal).orElseGet(() -> nameOf(file.getParent()));
        Found found = scan(file.getParent());
        write(file, shown, StarterFile.of(project, found));
        view.written(new NewFile(shown, found.seen()));
        return ExitStatus.OK;
    }

    private static String nameOf(Path folder) {
        return LegalName.nearest(
                Optional.ofNullable(folder.getFileName()).map(Path::toString).orElse("app"));
    }

    private static String legal(String name) {
        if (!LegalName.is(name)) {
            throw new Refusal(Failure.usage(
                    "'" + name + "' can't be the name of a project",
                    "a name is made of small letters, digits and -, begins with a letter and has at most "
                            + LegalName.MAX_LENGTH + " characters",
                    "use: --name " + LegalName.nearest(name)));
        }
        return name;
    }

    private static Found scan(Path folder) {
        try {
            return FolderScan.scan(folder);
        } catch (IOException e) {
            throw new Refusal(
                    Failure.failed("io", "what lies in " + folder + " can't be read", String.valueOf(e.getMessage())));
        }
    }

    private static void write(Path file, Path shown, String text) {
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new Refusal(Failure.failed(
                    "exists",
                    shown + " is there already, and stays as it is",
                    "",
                    "look at what it says: nkapp validate",
                    "or write another file: nkapp init --file OTHER.yml"));
        } catch (IOException e) {
            throw new Refusal(Failure.failed(
                    "io",
                    shown + " can't be written",
                    String.valueOf(e.getMessage()),
                    "see that the folder is there and that this user may write in it"));
        }
    }
}
