package dev.nanokit.github.policy;

import dev.nanokit.github.command.Command;
import dev.nanokit.github.policy.Decision.Refused;
import dev.nanokit.github.policy.Decision.Rule;
import java.util.Locale;
import java.util.Optional;

/** Decides who may do what. */
public final class Policy {
    private Policy() {}

    /** Whether the person may have the command carried out. A button is the command that it stands for. */
    public static Decision onCommand(Person person, Command command, Situation situation) {
        return refusal(person, command, situation)
                .<Decision>map(refused -> refused)
                .orElseGet(Decision.Allowed::new);
    }

    /**
     * Whether a pull request may be planned without anybody asking: when it was opened, pushed to, or its environment
     * has changed. Who opened it doesn't matter, since a branch of the repository was pushed by somebody who may write.
     */
    public static Decision onPush(Situation situation) {
        return PlanRules.ofCommit(situation).<Decision>map(refused -> refused).orElseGet(Decision.Allowed::new);
    }

    private static Optional<Refused> refusal(Person person, Command command, Situation situation) {
        if (person.bot()) {
            return refused(Rule.BOT, "Programs can't give commands. Somebody who may write to the repository can.");
        }
        if (!person.permission().atLeast(Permission.READ)) {
            return refused(Rule.CANNOT_READ, "You need access to this repository to give commands in it.");
        }
        return switch (command) {
            case Command.Plan plan -> PlanRules.asked(person, plan.scope(), situation);
            case Command.Apply apply -> ApplyRules.apply(person, apply.scope(), situation);
            case Command.Destroy destroy -> ApplyRules.destroy(person, destroy.scope(), situation);
            case Command.Unlock ignored -> write(person, "unlock");
            case Command.Status ignored -> triage(person, "status");
            case Command.Help ignored -> Optional.empty();
            case Command.Wrong wrong -> refused(Rule.NOT_UNDERSTOOD, wrong.message());
        };
    }

    static Optional<Refused> write(Person person, String verb) {
        return person.permission().atLeast(Permission.WRITE)
                ? Optional.empty()
                : refused(Rule.NEEDS_WRITE, needs(person, verb, "write"));
    }

    static Optional<Refused> triage(Person person, String verb) {
        return person.permission().atLeast(Permission.TRIAGE)
                ? Optional.empty()
                : refused(Rule.NEEDS_TRIAGE, needs(person, verb, "triage"));
    }

    private static String needs(Person person, String verb, String permission) {
        String has = person.permission().name().toLowerCase(Locale.ROOT);
        return "`" + verb + "` needs " + permission + " permission in this repository, and you have " + has
                + ". Ask somebody who has it to comment `/nanokit " + verb + "`.";
    }

    static Optional<Refused> refused(Rule rule, String reason) {
        return Optional.of(new Refused(rule, reason));
    }
}
