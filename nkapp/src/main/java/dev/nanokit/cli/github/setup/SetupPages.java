package dev.nanokit.cli.github.setup;

/** The pages that setup shows in the browser. */
final class SetupPages {
    private SetupPages() {}

    /** A button that sends the manifest to GitHub. */
    static String start(String registration, String manifest) {
        return page("Register the GitHub App", """
            <p>This creates a GitHub App that is yours alone: it plans and applies <code>nanokit.yml</code> by pull
            request. GitHub shows you what it may do and asks you to agree; its key and its secret then come back to
            this machine, and go nowhere else.</p>
            <form action="%s" method="post">
            <input type="hidden" name="manifest" value="%s">
            <button type="submit">Go to GitHub</button>
            </form>
            """.formatted(text(registration), text(manifest)));
    }

    static String done(String name, String install) {
        return page("Registered", """
            <p>The App <b>%s</b> is there, and its key is kept. One step is left:</p>
            <p><a href="%s">Install it in your repositories</a></p>
            <p>The terminal says how to start it. You can close this page.</p>
            """.formatted(text(name), text(install)));
    }

    static String failed(String why) {
        return page("That did not work", """
            <p>%s</p>
            <p>The terminal says what to do.</p>
            """.formatted(text(why)));
    }

    private static String page(String title, String body) {
        return """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%1$s · Nanokit</title>
            <style>
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 36rem; margin: 4rem auto; padding: 0 1rem; }
            button { font: inherit; padding: .5rem 1rem; }
            </style>
            </head>
            <body>
            <h1>%1$s</h1>
            %2$s</body>
            </html>
            """.formatted(title, body);
    }

    private static String text(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
