package dev.nanokit.cli.github.serve;

import dev.nanokit.cli.Surroundings;
import dev.nanokit.cli.github.settings.Mistakes;
import java.util.Optional;

/** Where people's browsers reach the App, if they do: {@code --public-url}, or {@code NANOKIT_PUBLIC_URL}. */
final class PublicUrl {
    private static final String VARIABLE = "NANOKIT_PUBLIC_URL";

    private PublicUrl() {}

    /**
     * @return without a slash at the end; empty where none is given
     * @throws dev.nanokit.cli.report.Refusal when it is no address
     */
    static Optional<String> read(Optional<String> typed, Surroundings surroundings) {
        Mistakes mistakes = new Mistakes();
        Optional<String> url = typed.or(
                        () -> Optional.ofNullable(surroundings.variables().get(VARIABLE)))
                .map(text -> text.strip().replaceFirst("/+$", ""))
                .filter(text -> !text.isEmpty());
        url.filter(text -> !text.matches("https?://[A-Za-z0-9.:\\[\\]-]+(/[A-Za-z0-9._~/-]*)?"))
                .ifPresent(text -> mistakes.add(
                        "'" + text + "' is no address at which a browser could reach the App",
                        "give --public-url, or " + VARIABLE + ", as https://nanokit.example.com"));
        mistakes.refuse();
        return url;
    }
}
