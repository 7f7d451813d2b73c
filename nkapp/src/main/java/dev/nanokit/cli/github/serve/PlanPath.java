package dev.nanokit.cli.github.serve;

import dev.nanokit.github.plans.PlanLinks;
import dev.nanokit.github.plans.PlanPages;
import dev.nanokit.server.http.PageSource;
import java.util.Optional;

/** {@code /plans/ID?signature=…}. */
record PlanPath(PlanPages plans) implements PageSource {
    @Override
    public Optional<Page> page(String path, String query) {
        if (!path.startsWith(PlanLinks.PATH)) {
            return Optional.empty();
        }
        PlanPages.Page page = plans.at(path, query);
        return Optional.of(new Page(page.status(), page.html()));
    }
}
