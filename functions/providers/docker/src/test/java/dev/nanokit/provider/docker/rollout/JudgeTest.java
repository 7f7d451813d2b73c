package dev.nanokit.provider.docker.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JudgeTest {
    private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");
    private static final Pace PACE =
            new Pace(Duration.ofSeconds(1), Duration.ofSeconds(60), Duration.ofSeconds(10), Duration.ofMillis(250));

    private static JsonNode container(String state, int restarts) {
        return JsonMapper.shared()
                .readTree("{\"Id\":\"c\",\"RestartCount\":" + restarts + ",\"State\":{" + state + "}}");
    }

    private static Verdict without(JsonNode container, Duration after) {
        return new Judge(PACE, Optional.empty()).judge(container, watch(), START.plus(after));
    }

    private static Verdict with(Verdict answer, Duration after) {
        return new Judge(PACE, Optional.of(id -> answer))
                .judge(container("\"Running\":true", 0), watch(), START.plus(after));
    }

    private static Watch watch() {
        return Watch.NONE.seen("c", "started", START);
    }

    @Test
    void withoutAHealthCheckItMustRunForAWhile() {
        JsonNode running = container("\"Running\":true", 0);

        assertThat(without(running, Duration.ofMillis(900))).isInstanceOf(Verdict.NotYet.class);
        assertThat(without(running, Duration.ofSeconds(1))).isEqualTo(new Verdict.Working());
    }

    @Test
    void oneThatHasEndedHasFailed() {
        assertThat(without(container("\"Running\":false,\"ExitCode\":137,\"OOMKilled\":true", 0), Duration.ZERO))
                .isEqualTo(new Verdict.Failed("ended with exit code 137 (it had no memory left)"));
    }

    @Test
    void aFewRestartsAreForgivenAndManyAreNot() {
        assertThat(without(container("\"Restarting\":true,\"ExitCode\":1", 2), Duration.ofSeconds(5)))
                .isInstanceOf(Verdict.NotYet.class);
        assertThat(without(container("\"Restarting\":true,\"ExitCode\":1", 3), Duration.ofSeconds(5)))
                .isEqualTo(new Verdict.Failed("ends again and again, 4 times so far, the last time with exit code 1"));
    }

    @Test
    void aRestartBeginsTheWhileAnew() {
        Watch restarted = watch().seen("c", "started again", START.plusSeconds(1));

        assertThat(new Judge(PACE, Optional.empty())
                        .judge(container("\"Running\":true", 1), restarted, START.plusMillis(1500)))
                .isInstanceOf(Verdict.NotYet.class);
    }

    @Test
    void oneThatIsNeverHealthyIsGivenUpWithTheLastReason() {
        assertThat(with(new Verdict.NotYet("/ready answered 503"), Duration.ofSeconds(59)))
                .isInstanceOf(Verdict.NotYet.class);
        assertThat(with(new Verdict.NotYet("/ready answered 503"), Duration.ofSeconds(60)))
                .isEqualTo(new Verdict.Failed("was not healthy within 60 s: /ready answered 503"));
    }

    @Test
    void oneThatIsHealthyWorksAtOnce() {
        assertThat(with(new Verdict.Working(), Duration.ZERO)).isEqualTo(new Verdict.Working());
    }

    @Test
    void aWatchTravelsInACursor() {
        Watch watch = watch().seen("c", "started again", START.plusSeconds(3));

        assertThat(Watch.parse(watch.cursor())).isEqualTo(watch);
        assertThat(watch.seen("another", "x", START.plusSeconds(9)).since()).isEqualTo(START.plusSeconds(9));
    }
}
