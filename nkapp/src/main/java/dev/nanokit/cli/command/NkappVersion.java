package dev.nanokit.cli.command;

import picocli.CommandLine.IVersionProvider;

/** The version in the jar's manifest. */
final class NkappVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = NkappVersion.class.getPackage().getImplementationVersion();
        String number = version == null ? "(not packaged)" : version;
        return new String[] {"nkapp " + number + " on Java " + Runtime.version().feature()};
    }
}
