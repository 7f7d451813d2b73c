package dev.nanokit.cli.github.setup;

import dev.nanokit.github.api.AppRegistration.RegisteredApp;
import java.util.List;

/** Where the key and the secret of a new App are kept. */
public sealed interface AppStore permits AppFolder, AppVault {
    /**
     * Sees, before GitHub is asked for anything, that the App can be kept.
     *
     * @param force whether what another App left there may be overwritten
     * @throws dev.nanokit.cli.report.Refusal when it can't
     */
    void requireRoom(boolean force);

    /** @throws dev.nanokit.cli.report.Refusal when it can't be kept */
    void keep(RegisteredApp app);

    /** Each place in which something is kept, for people. */
    List<String> kept();

    /** Options with which {@code nkapp github serve} finds them. */
    List<String> serveOptions(RegisteredApp app);
}
