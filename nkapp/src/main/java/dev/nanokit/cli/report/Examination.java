package dev.nanokit.cli.report;

import java.util.List;

/** What {@code nkapp doctor} found, one line a question. */
public record Examination(List<Finding> findings) {
    public Examination {
        findings = List.copyOf(findings);
    }

    public boolean isHealthy() {
        return findings.stream().noneMatch(finding -> finding.verdict() == Verdict.BAD);
    }

    /**
     * @param subject what was looked at, in a word or two
     * @param found what is there
     * @param fix what to do; empty where all is well
     */
    public record Finding(String subject, Verdict verdict, String found, String fix) {}

    public enum Verdict {
        GOOD,
        /** Works, but not everything will. */
        DOUBTFUL,
        BAD
    }
}
