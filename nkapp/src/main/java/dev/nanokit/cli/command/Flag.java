package dev.nanokit.cli.command;

import picocli.CommandLine.Model.OptionSpec;

/** An option without a value. */
record Flag(OptionSpec option) {
    boolean isSet() {
        return Boolean.TRUE.equals(option.getValue());
    }
}
