package dev.nanokit.cli.operation;

import dev.nanokit.cli.report.Failure;
import dev.nanokit.cli.report.Refusal;
import dev.nanokit.cli.report.RunReport;
import dev.nanokit.cli.terminal.Terminal;
import dev.nanokit.engine.plan.Plan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/**
 * Asks whether a plan is to be applied.
 *
 * @param peopleLook whether the plan was shown to people: nobody can agree to what only programs saw
 */
record Approval(Terminal terminal, boolean peopleLook) {
    /**
     * @return what the user said
     * @throws Refusal when nobody is there to ask
     */
    boolean ask(Plan plan, RunReport.Kind kind) {
        if (!terminal.canAsk() || !peopleLook) {
            throw new Refusal(Failure.usage(
                    "nkapp " + kind.word() + " would change " + plan.changes().count() + " things and can't ask",
                    peopleLook ? "this is not a terminal" : "with --json nobody is asked",
                    "to agree beforehand: nkapp " + kind.word() + " -y",
                    "to agree to one plan alone: nkapp plan --output FILE, then nkapp up --plan FILE -y"));
        }
        terminal.out().print("\n" + question(plan, kind) + " [y/N] ");
        terminal.out().flush();
        try {
            String answer = terminal.in().readLine();
            return answer != null && isYes(answer.strip().toLowerCase(Locale.ROOT));
        } catch (IOException e) {
            throw new UncheckedIOException("the answer can't be read", e);
        }
    }

    private static String question(Plan plan, RunReport.Kind kind) {
        String where = plan.project() + " in " + plan.environment();
        return kind == RunReport.Kind.DESTROY ? "Destroy all of " + where + "?" : "Apply this to " + where + "?";
    }

    private static boolean isYes(String answer) {
        return answer.equals("y") || answer.equals("yes");
    }
}
