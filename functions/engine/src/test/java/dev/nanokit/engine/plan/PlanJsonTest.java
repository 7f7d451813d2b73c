package dev.nanokit.engine.plan;

import static dev.nanokit.engine.model.Shop.network;
import static dev.nanokit.engine.model.Shop.running;
import static dev.nanokit.engine.model.Shop.volume;
import static dev.nanokit.engine.model.Shop.web;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.engine.model.Resources;
import dev.nanokit.engine.model.Shop;
import dev.nanokit.engine.model.Site;
import dev.nanokit.engine.resource.Management;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.source.Place;
import dev.nanokit.engine.source.Problem;
import dev.nanokit.engine.value.Value;
import dev.nanokit.engine.value.ValueJson;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanJsonTest {
    @Test
    void thePrettyFormIsReadable() {
        Golden.check("everything.json", PlanJson.writePretty(everything()) + "\n");
    }

    @Test
    void bothFormsSayTheSame() {
        Plan plan = everything();

        assertThat(ValueJson.read(PlanJson.write(plan))).isEqualTo(ValueJson.read(PlanJson.writePretty(plan)));
    }

    @Test
    void numbersAreWrittenOut() {
        Plan plan =
                new Site().plan(Shop.all(Resources.a("volume/big").with("size", Value.num(new BigDecimal("2E+10")))));

        assertThat(PlanJson.write(plan)).contains("\"after\":20000000000,");
    }

    @Test
    void aBlockedPlanSaysWhy() {
        Plan plan = new Site().plan(Shop.all(network().managed(Management.SHARED)));

        assertThat(PlanJson.write(plan)).contains("\"blockedOn\":\"Shared modules are being initialized…");
    }

    /** A plan with each kind of change, a guard and a warning. */
    private static Plan everything() {
        Site site = running();
        site.bringAbout(Shop.all(network(), volume(), Shop.orders(), web(), Resources.a("container/old")));
        site.world().put(Optional.of(Site.OWNER), ResourceKey.parse("container/cron"), Value.Obj.EMPTY);
        return site.plan(Shop.all(
                        network(),
                        volume().with("driver", "nfs"),
                        Shop.orders(),
                        web().with("env", Value.obj(Shop.env("debug", "hunter3"))),
                        Resources.a("container/cron"),
                        Resources.a("container/queue")
                                .with("limits", Value.obj(Map.of("cpu", Value.num(new BigDecimal("0.5")))))
                                .with("command", Value.texts(List.of("run", "--fast")))))
                .withWarnings(List.of(Problem.warning(
                        new Place("nanokit.yml", 12, 5),
                        "size of volume orders is not enforced",
                        "Docker has no limits for volumes",
                        "watch the disk")));
    }
}
