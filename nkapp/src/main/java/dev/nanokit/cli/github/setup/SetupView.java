package dev.nanokit.cli.github.setup;

import dev.nanokit.cli.terminal.Printable;
import dev.nanokit.cli.terminal.Terminal;
import dev.nanokit.engine.value.JsonText;
import dev.nanokit.github.api.AppRegistration.RegisteredApp;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says what to do in the browser, and what came of it. */
final class SetupView {
    private final Terminal terminal;
    private final boolean json;

    SetupView(Terminal terminal, boolean json) {
        this.terminal = terminal;
        this.json = json;
    }

    /** Where the App is installed. */
    static String install(RegisteredApp app) {
        return app.htmlUrl() + "/installations/new";
    }

    void open(String address) {
        tell("Open " + address + " in a browser on this machine, and follow it to GitHub. Ctrl-C stops.\n");
    }

    void stopped() {
        tell("Stopped. If GitHub has made the App already, delete it there: its key is lost.\n");
    }

    void registered(RegisteredApp app, GitHubPlace place, SetupOperation.Request request) {
        if (json) {
            print(JsonText.pretty(out -> {
                        out.writeStartObject();
                        out.writeNumberProperty("id", app.id());
                        out.writeStringProperty("slug", app.slug());
                        out.writeStringProperty("html_url", app.htmlUrl());
                        out.writeStringProperty("install_url", install(app));
                        out.writeArrayPropertyStart("kept");
                        request.store().kept().forEach(out::writeString);
                        out.writeEndArray();
                        out.writeStringProperty("serve", serve(app, place, request.store()));
                        out.writeEndObject();
                    })
                    + "\n");
            return;
        }
        StringBuilder text = new StringBuilder("✓ The App " + Printable.line(app.slug()) + " is registered. Kept:\n");
        request.store()
                .kept()
                .forEach(where -> text.append("    ").append(where).append('\n'));
        text.append("\nInstall it in your repositories:\n    ")
                .append(Printable.line(install(app)))
                .append('\n');
        text.append("\nStart it:\n    ")
                .append(Printable.line(serve(app, place, request.store())))
                .append('\n');
        if (request.webhook().isEmpty()) {
            text.append(
                            "\nIts webhook is off, since no --webhook-url was given. In the App's settings at GitHub, set it to")
                    .append(
                            "\nwhere GitHub reaches nkapp github serve (https://HOST/webhook), with the secret that is kept.\n");
        }
        print(text.toString());
    }

    private static String serve(RegisteredApp app, GitHubPlace place, AppStore store) {
        List<String> words = new ArrayList<>(List.of("nkapp", "github", "serve"));
        words.addAll(store.serveOptions(app));
        if (!place.isGitHubDotCom()) {
            words.addAll(List.of("--api-url", place.api().toString()));
        }
        return words.stream().map(SetupView::quoted).collect(Collectors.joining(" "));
    }

    /** Fit to be pasted into a shell. */
    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./:=@%+,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    private void tell(String text) {
        (json ? terminal.err() : terminal.out()).print(text);
        (json ? terminal.err() : terminal.out()).flush();
    }

    private void print(String text) {
        terminal.out().print(text);
        terminal.out().flush();
    }
}
