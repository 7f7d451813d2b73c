package dev.nanokit.github.flow;

import java.util.Optional;

/** Which check it is, among those of a commit. GitHub keeps it, and tells it with each event about the check. */
record CheckId(String environment, String component, Origin origin) {
    private static final int PARTS = 4;

    /** Why a commit is looked at. */
    sealed interface Origin {
        /** {@code pr/12}, {@code branch/main}, {@code queue/main}. */
        default String external() {
            return switch (this) {
                case PullRequest(int number) -> "pr/" + number;
                case Branch(String name) -> "branch/" + name;
                case Queue(String base) -> "queue/" + base;
            };
        }

        record PullRequest(int number) implements Origin {}

        /** The branch's own commit. */
        record Branch(String name) implements Origin {}

        /** @param base the branch that the merge queue leads to */
        record Queue(String base) implements Origin {}
    }

    /** {@code production/api/pr/12}. */
    String external() {
        return environment + "/" + component + "/" + origin.external();
    }

    /** Empty for what is none of ours. */
    static Optional<CheckId> parse(String external) {
        String[] parts = external.split("/", PARTS);
        if (parts.length < PARTS) {
            return Optional.empty();
        }
        return origin(parts[2], parts[3]).map(origin -> new CheckId(parts[0], parts[1], origin));
    }

    private static Optional<Origin> origin(String kind, String name) {
        return switch (kind) {
            case "pr" ->
                name.matches("[0-9]{1,9}")
                        ? Optional.of(new Origin.PullRequest(Integer.parseInt(name)))
                        : Optional.empty();
            case "branch" -> Optional.of(new Origin.Branch(name));
            case "queue" -> Optional.of(new Origin.Queue(name));
            default -> Optional.empty();
        };
    }
}
