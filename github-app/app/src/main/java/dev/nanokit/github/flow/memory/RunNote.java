package dev.nanokit.github.flow.memory;

import dev.nanokit.engine.value.Value;
import dev.nanokit.github.api.CheckRun;
import dev.nanokit.state.EnvironmentId;
import dev.nanokit.state.table.Fields;
import java.util.Map;
import java.util.Optional;

/**
 * What is remembered of an apply from its beginning until it has been told of.
 *
 * @param sha the commit that is applied
 * @param check the check that tells of it
 * @param environment whose locks it takes
 * @param serial the component's before it began
 * @param deployment GitHub's id; 0 while it is not known whether GitHub has made it
 * @param token of the component's lock under which it began to change things; 0 while it has not
 * @param outcome how it ended; empty while it has not
 * @param isTold whether that has been shown to everybody
 */
public record RunNote(
        String sha,
        String check,
        EnvironmentId environment,
        long serial,
        long deployment,
        long token,
        Optional<Outcome> outcome,
        boolean isTold) {
    public static final long NOT_BEGUN = 0;

    private static final long NOT_KNOWN = 0;

    /**
     * @param succeeded whether the environment is now as it was to be
     * @param approval what the check that tells of it can be agreed to
     */
    public record Outcome(CheckRun check, boolean succeeded, Optional<Approval> approval) {
        Value.Obj body() {
            Value.Obj body =
                    Value.obj(Map.of("check", CheckRunText.write(check), "succeeded", Value.num(succeeded ? 1 : 0)));
            return approval.map(given -> body.with("approval", given.body())).orElse(body);
        }

        static Outcome of(Fields fields) {
            return new Outcome(
                    CheckRunText.read(fields.optionalObject("check").orElseThrow()),
                    fields.number("succeeded") == 1,
                    fields.optionalObject("approval").map(Approval::of));
        }
    }

    public static RunNote begun(String sha, String check, EnvironmentId environment, long serial) {
        return new RunNote(sha, check, environment, serial, NOT_KNOWN, NOT_BEGUN, Optional.empty(), false);
    }

    /** Whether it may have changed something. */
    public boolean isChanging() {
        return token != NOT_BEGUN;
    }

    public boolean isDeployed() {
        return deployment != NOT_KNOWN;
    }

    public RunNote deployed(long id) {
        return new RunNote(sha, check, environment, serial, id, token, outcome, false);
    }

    public RunNote changing(long under) {
        return new RunNote(sha, check, environment, serial, deployment, under, outcome, false);
    }

    public RunNote ended(Outcome how) {
        return new RunNote(sha, check, environment, serial, deployment, token, Optional.of(how), false);
    }

    RunNote told() {
        return new RunNote(sha, check, environment, serial, deployment, token, outcome, true);
    }

    Value.Obj body() {
        Value.Obj body = Value.obj(Map.of(
                "sha", Value.text(sha),
                "check", Value.text(check),
                "tenant", Value.text(environment.tenant()),
                "project", Value.text(environment.project()),
                "environment", Value.text(environment.environment()),
                "serial", Value.num(serial),
                "deployment", Value.num(deployment),
                "token", Value.num(token),
                "told", Value.num(isTold ? 1 : 0)));
        return outcome.map(how -> body.with("outcome", how.body())).orElse(body);
    }

    static RunNote of(Fields fields) {
        return new RunNote(
                fields.text("sha"),
                fields.text("check"),
                new EnvironmentId(fields.text("tenant"), fields.text("project"), fields.text("environment")),
                fields.number("serial"),
                fields.number("deployment"),
                fields.number("token"),
                fields.optionalObject("outcome").map(Outcome::of),
                fields.object().get("told").equals(Value.num(1)));
    }
}
