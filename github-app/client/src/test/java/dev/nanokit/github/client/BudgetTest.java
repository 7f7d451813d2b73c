package dev.nanokit.github.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.github.api.CheckRun;
import dev.nanokit.github.api.CheckRun.Conclusion;
import dev.nanokit.github.api.CheckRun.Status;
import dev.nanokit.github.standin.world.Pull;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** At most four calls for the plan of a pull request in a repository with one component. */
class BudgetTest extends AtGitHub {
    private CheckRun check(String sha) {
        return new CheckRun(
                "nanokit / production",
                sha,
                "x",
                Status.COMPLETED,
                Optional.of(Conclusion.SUCCESS),
                "t",
                "s",
                "",
                List.of(),
                List.of(),
                Optional.empty());
    }

    private void plan(Pull pull) {
        repository.files(pull.headSha(), "nanokit.yml");
        repository.files("main", "nanokit.yml");
        repository.createCheck(check(pull.headSha()));
    }

    @Test
    void aPlanCostsFourCalls() {
        repository.files("main", "nanokit.yml");
        shop.commit("feature", Map.of("nanokit.yml", "name: shop\nversion: '1'\n"));
        Pull pull = shop.open("feature", "mona");
        github.traffic().forget();

        plan(pull);

        assertThat(github.traffic().operations())
                .containsExactly("git/get-tree", "git/get-blob", "git/get-tree", "checks/create");
    }

    @Test
    void aPushThatLeavesTheFileAloneCostsThree() {
        shop.commit("feature", Map.of("nanokit.yml", "name: shop\nversion: '1'\n"));
        Pull pull = shop.open("feature", "mona");
        plan(pull);
        pull.push(Map.of("README.md", "more"));
        github.traffic().forget();

        plan(pull);

        assertThat(github.traffic().operations()).containsExactly("git/get-tree", "git/get-tree", "checks/create");
    }
}
