package dev.nanokit.cli.operation;

import dev.nanokit.cli.ExitStatus;
import dev.nanokit.cli.Session;
import dev.nanokit.cli.backend.Backend;
import dev.nanokit.cli.project.Project;
import dev.nanokit.cli.project.ProjectLoader;
import dev.nanokit.cli.project.ProjectSelection;
import dev.nanokit.cli.report.LockReport;
import dev.nanokit.cli.view.View;
import dev.nanokit.state.lock.Acquisition;
import dev.nanokit.state.lock.HeldLock;
import dev.nanokit.state.lock.Holder;
import dev.nanokit.state.lock.LockRequest;
import dev.nanokit.state.lock.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Shows, takes and clears the locks of an environment. */
public record LockOperations(Session session, View view) {
    public ExitStatus list(ProjectSelection selection) {
        ProjectLoader.Located located = new ProjectLoader(session.surroundings()).locate(selection);
        try (Backend backend = session.backends().open(located.variables())) {
            backend.prepare();
            Project project = located.read();
            view.locks(report(project, backend.locks().list(project.id())));
        }
        return ExitStatus.OK;
    }

    /** Clears every lock of the environment, whoever holds it; that whoever can then write nothing more. */
    public ExitStatus unlock(ProjectSelection selection) {
        ProjectLoader.Located located = new ProjectLoader(session.surroundings()).locate(selection);
        Holder by = new Holder(session.surroundings().who(), "nkapp infra unlock", "", now());
        try (Backend backend = session.backends().open(located.variables())) {
            backend.prepare();
            Project project = located.read();
            view.unlocked(report(project, backend.locks().unlock(project.id(), by)));
        }
        return ExitStatus.OK;
    }

    /** Takes the environment's locks as an apply would, and leaves them held: until they are cleared, or the time is up. */
    public ExitStatus hold(ProjectSelection selection, Duration span, String message) {
        Project project = new ProjectLoader(session.surroundings()).load(selection);
        LockRequest request = new LockRequest(
                project.id(),
                project.config().component(),
                LockRequest.InfraAccess.WRITE,
                new Holder(session.surroundings().who(), message, "", now()),
                UUID.randomUUID().toString(),
                span);
        try (Backend backend = session.backends().open(project.variables())) {
            boolean granted = backend.locks().acquire(request, Sighting.NONE) instanceof Acquisition.Granted;
            if (!granted) {
                backend.locks().withdraw(request);
            }
            view.locks(report(project, backend.locks().list(project.id())));
            return granted ? ExitStatus.OK : ExitStatus.BLOCKED;
        }
    }

    private LockReport report(Project project, List<HeldLock> locks) {
        return new LockReport(project.config().project(), project.environment(), locks, now());
    }

    private Instant now() {
        return session.surroundings().clock().instant();
    }
}
