package dev.nanokit.cli.view;

import dev.nanokit.cli.Golden;
import dev.nanokit.cli.Samples;
import dev.nanokit.cli.report.DriftReport;
import dev.nanokit.cli.report.Failure;
import dev.nanokit.cli.terminal.Style;
import dev.nanokit.engine.plan.Change;
import dev.nanokit.engine.plan.Drift;
import dev.nanokit.engine.plan.FieldChange;
import dev.nanokit.engine.resource.Phase;
import dev.nanokit.engine.resource.Section;
import dev.nanokit.engine.value.JsonText;
import dev.nanokit.engine.value.Secret;
import dev.nanokit.engine.value.Value;
import dev.nanokit.state.lock.Holder;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What people, and programs, read of drift. Each is kept as a golden file. */
class DriftViewTest {
    private static final String COMMIT = "1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d";
    private static final Change.Update WEB = new Change.Update(
            Samples.resource("container", "web-1", Section.SERVICES),
            Optional.empty(),
            Samples.observed(Samples.CONTAINER_ID),
            List.of(
                    "changed by hand: env.LOG_LEVEL is trace; put back to info",
                    "changed by hand: env.API_KEY is (sensitive); put back to (sensitive)"),
            List.of(
                    new FieldChange("env.LOG_LEVEL", Value.text("trace"), Value.text("info"), false),
                    new FieldChange(
                            "env.API_KEY",
                            Value.hidden(Secret.sealed("env:API_KEY", "hmac-sha256:01")),
                            Value.hidden(Secret.sealed("env:API_KEY", "hmac-sha256:02")),
                            true)));
    private static final Change.Create NETWORK = new Change.Create(
            Samples.resource("network", "default", Section.INFRASTRUCTURE),
            Optional.of(Samples.recorded("network", "default", Section.INFRASTRUCTURE, Phase.READY)),
            List.of("was removed by hand: network nk-shop-production-default is gone"),
            List.of());

    @Test
    void driftIsShownBySectionsWithWhatFollowsFromItBesides() {
        Change.Update follows = new Change.Update(
                Samples.resource("container", "api-1", Section.SERVICES),
                Optional.empty(),
                Samples.observed("nk-shop-production-api-1"),
                List.of("depends on network/default, which is made anew"),
                List.of());
        Golden.assertSame(
                "drift.txt", text(found(new Drift(List.of(WEB, NETWORK), List.of(follows)), List.of(), List.of())));
    }

    @Test
    void noDriftSaysSo() {
        Golden.assertSame("drift-none.txt", text(found(new Drift(List.of(), List.of()), List.of(), List.of())));
    }

    @Test
    void whoIsAtWorkAndHowItWasReadIsNoted() {
        Golden.assertSame(
                "drift-notes.txt",
                text(found(
                        new Drift(List.of(NETWORK), List.of()),
                        List.of(Samples.ADA),
                        List.of("nanokit.yml was read as it is here: it was not applied from a commit"))));
    }

    @Test
    void severalEnvironmentsStandBelowEachOtherWithThoseThatCouldNotBeLookedAt() {
        Golden.assertSame("drift-all.txt", new DriftText(Style.PLAIN).of(environments()));
    }

    @Test
    void nothingAppliedAnywhereSaysSo() {
        Golden.assertSame("drift-nowhere.txt", new DriftText(Style.PLAIN).of(List.of()));
    }

    @Test
    void programsReadTheSameFormForOneEnvironmentAndForMany() {
        Golden.assertSame("drift.json", JsonText.pretty(out -> DriftJson.write(environments(), out)) + "\n");
    }

    private static List<DriftReport> environments() {
        return List.of(
                found(new Drift(List.of(WEB), List.of()), List.of(), List.of()),
                new DriftReport(
                        "shop",
                        "stage",
                        "main",
                        new DriftReport.Unknown(Failure.failed(
                                "provider",
                                "the engine at ssh://deploy@vps does not answer",
                                "",
                                "see that it runs: systemctl status docker"))),
                new DriftReport("shop", "local", "main", new DriftReport.NeverApplied()));
    }

    private static DriftReport found(Drift drift, List<Holder> atWork, List<String> notes) {
        return new DriftReport(
                "shop",
                "production",
                "main",
                new DriftReport.Found(COMMIT, 3, 5, drift, atWork, notes, "nkapp up --env production"));
    }

    private static String text(DriftReport report) {
        return new DriftText(Style.PLAIN).of(List.of(report));
    }
}
