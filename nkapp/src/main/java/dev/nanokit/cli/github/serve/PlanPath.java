package dev.nanokit.cli.github.serve;

import dev.nanokit.github.plans.PlanLinks;
import dev.nanokit.github.plans.PlanPages;
import dev.nanokit.server.http.PageSource;
import java.util.Optional;

/** {@code /plans/ID?signature=…}. */
record PlanPath(PlanPages plans) implements PageSource {
    private static final String QUERY = PlanLinks.SIGNATURE + "=";

    @Override
    public Optional<Page> page(String path, String query) {
        if (!path.startsWith(PlanLinks.PATH)) {
            return Optional.empty();
        }
        String signature = query.startsWith(QUERY) ? query.substring(QUERY.length()) : "";
        PlanPages.Page page = plans.page(path.substring(PlanLinks.PATH.length()), signature);
        return Optional.of(new Page(page.status(), page.html()));
    }
}
