package dev.nanokit.github.plans;

import dev.nanokit.github.report.page.PlanPage;
import dev.nanokit.state.store.StateStore;
import java.util.Optional;

/** Answers for the pages of plans. */
public final class PlanPages {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;
    private static final String QUERY = PlanLinks.SIGNATURE + "=";

    private final StateStore store;
    private final Optional<PlanLinks> links;

    /**
     * What is answered.
     *
     * @param status of HTTP
     */
    public record Page(int status, String html) {}

    public PlanPages(StateStore store, PlanLinks links) {
        this(store, Optional.of(links));
    }

    private PlanPages(StateStore store, Optional<PlanLinks> links) {
        this.store = store;
        this.links = links;
    }

    /** None where nobody has made a key: then there are no addresses either. */
    public static PlanPages of(StateStore store, Optional<byte[]> key) {
        return new PlanPages(store, key.map(bytes -> new PlanLinks("", bytes)));
    }

    /**
     * The page at an address.
     *
     * @param path as it stands in the address, with {@link PlanLinks#PATH}
     * @param query as it stands in the address; empty where there is none
     */
    public Page at(String path, String query) {
        String plan = path.startsWith(PlanLinks.PATH) ? path.substring(PlanLinks.PATH.length()) : "";
        return page(plan, query.startsWith(QUERY) ? query.substring(QUERY.length()) : "");
    }

    /**
     * The page of a plan. Whether there is such a plan is told to nobody whose signature is wrong.
     *
     * @param planId and signature as they stand in the address
     */
    public Page page(String planId, String signature) {
        if (links.filter(its -> its.isSigned(planId, signature)).isEmpty()) {
            return new Page(
                    NOT_FOUND,
                    PlanPage.message(
                            "Not found",
                            "There is no such page. The address of a plan is on its check at GitHub; it has to be whole."));
        }
        return store.planJson(planId)
                .map(json -> new Page(OK, PlanPage.render(StoredPlan.read(json))))
                .orElseGet(() -> new Page(
                        GONE,
                        PlanPage.message(
                                "This plan is kept no more",
                                "Plans are kept for 30 days. To see what an apply would do now, press Re-plan on the check,"
                                        + " or comment /nanokit plan.")));
    }
}
