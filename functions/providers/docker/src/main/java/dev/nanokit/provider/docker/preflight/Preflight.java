package dev.nanokit.provider.docker.preflight;

import dev.nanokit.engine.config.Environment;
import dev.nanokit.engine.plan.Change;
import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.source.Problem;
import dev.nanokit.provider.docker.compile.Kinds;
import dev.nanokit.provider.docker.engine.EngineClient;
import dev.nanokit.provider.docker.observe.EngineView;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds what would make an apply fail before anything is changed. Looks only at what the plan is about to change. */
public final class Preflight {
    private final EngineClient engine;
    private final Environment environment;
    private final Path baseFolder;

    public Preflight(EngineClient engine, Environment environment, Path baseFolder) {
        this.engine = engine;
        this.environment = environment;
        this.baseFolder = baseFolder;
    }

    public List<Problem> check(Plan plan) {
        List<Resource> networks = changed(plan, Kinds.NETWORK);
        List<Resource> containers = changed(plan, Kinds.CONTAINER);
        List<Problem> problems = new ArrayList<>();
        if (networks.isEmpty() && containers.isEmpty()) {
            return problems;
        }
        EngineView view = EngineView.whole(engine);
        problems.addAll(
                new RangeCheck(view, environment.owner(), engine.dialer().local()).check(networks));
        problems.addAll(new PortCheck(view, environment, engine.dialer().local()).check(plan, containers));
        problems.addAll(new FolderCheck(engine, baseFolder).check(containers));
        problems.addAll(new ImageCheck(engine, view, environment).check(containers));
        return problems;
    }

    private static List<Resource> changed(Plan plan, String kind) {
        return plan.changes()
                .filter(change -> change.key().type().equals(kind))
                .filter(change -> !(change instanceof Change.Adopt))
                .flatMap(change -> change.desired().stream())
                .toList();
    }
}
