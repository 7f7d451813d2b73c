package dev.nanokit.cli.failure;

import dev.nanokit.cli.ExitStatus;
import dev.nanokit.cli.report.Failure;
import dev.nanokit.cli.report.Refusal;
import dev.nanokit.engine.source.InvalidConfigException;
import dev.nanokit.engine.source.Problem;
import dev.nanokit.provider.ProviderException;
import dev.nanokit.stages.secret.SecretUnavailableException;
import dev.nanokit.state.lock.LockLostException;
import dev.nanokit.state.store.ForeignComponentException;
import dev.nanokit.state.store.StalePlanException;
import dev.nanokit.state.table.CorruptStateException;
import dev.nanokit.state.table.TableException;
import java.io.IOException;
import java.util.List;

/** Tells what every error of the layers below means to the user. */
public final class Failures {
    private Failures() {}

    public static Failure of(Throwable thrown) {
        return switch (thrown) {
            case Refusal refusal -> refusal.failure();
            case InvalidConfigException invalid -> invalid(invalid);
            case ProviderException provider -> provider(provider);
            case SecretUnavailableException secret -> Failure.failed("secret", secret.getMessage(), "", secret.fix());
            case TableException table -> table(table);
            case CorruptStateException corrupt ->
                Failure.failed("corrupt-state", corrupt.getMessage(), "", corrupt.fix());
            case ForeignComponentException foreign ->
                Failure.failed(
                        "foreign-component",
                        foreign.getMessage(),
                        "a component belongs to one repository, so that no other can delete what it made",
                        "give this repository a component of its own in nanokit.yml: component: NAME");
            case StalePlanException stale ->
                Failure.failed("stale-plan", stale.getMessage(), "", "plan again: nkapp plan");
            case LockLostException lost ->
                Failure.failed(
                        "lock-lost",
                        lost.getMessage(),
                        "somebody cleared this run's lock or took it over; nothing was written since",
                        "see who works there now: nkapp infra locks",
                        "then run the command again");
            default -> unexpected(thrown);
        };
    }

    private static Failure invalid(InvalidConfigException invalid) {
        long errors = invalid.problems().stream().filter(Problem::isError).count();
        String file = invalid.problems().isEmpty()
                ? "the file"
                : invalid.problems().getFirst().place().file();
        return new Failure(
                ExitStatus.USAGE,
                "invalid-file",
                file + " has " + (errors == 1 ? "an error" : errors + " errors") + ":",
                "",
                List.of(),
                invalid.problems());
    }

    private static Failure provider(ProviderException provider) {
        String why = provider.requestId().map(id -> "request " + id).orElse("");
        return new Failure(
                ExitStatus.FAILED,
                provider.code().isEmpty() ? "provider" : "provider/" + provider.code(),
                provider.getMessage(),
                why,
                fixes(provider.fix(), provider.retryable()),
                List.of());
    }

    private static Failure table(TableException table) {
        return new Failure(
                ExitStatus.FAILED, "state", table.getMessage(), "", fixes(table.fix(), table.retryable()), List.of());
    }

    private static List<String> fixes(String fix, boolean retryable) {
        if (fix != null && !fix.isEmpty()) {
            return List.of(fix);
        }
        return retryable ? List.of("run the command again: this may pass by itself") : List.of();
    }

    private static Failure unexpected(Throwable thrown) {
        String message = thrown.getMessage() == null ? "" : thrown.getMessage();
        boolean outside = thrown instanceof IOException;
        return Failure.failed(
                outside ? "io" : "bug",
                outside
                        ? "reading or writing failed: " + message
                        : "nkapp met something that it does not expect: "
                                + thrown.getClass().getSimpleName(),
                outside ? "" : message,
                outside
                        ? "see that the disk has room and the file may be written"
                        : "run it again with --verbose, and report what it prints");
    }
}
