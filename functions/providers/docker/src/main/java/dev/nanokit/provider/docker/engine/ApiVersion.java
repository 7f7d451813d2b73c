package dev.nanokit.provider.docker.engine;

import tools.jackson.databind.JsonNode;

/** A version of the Engine API, {@code 1.41}. */
record ApiVersion(int major, int minor) implements Comparable<ApiVersion> {
    /** What this provider was written against; spoken where the engine still does. */
    private static final ApiVersion OURS = new ApiVersion(1, 41);

    /** @param about the engine's answer to {@code /version} */
    static ApiVersion chosenFrom(JsonNode about) {
        ApiVersion oldest = parse(about.path("MinAPIVersion").asString("1.24"));
        ApiVersion newest = parse(about.path("ApiVersion").asString("1.41"));
        if (OURS.compareTo(oldest) < 0) {
            return oldest;
        }
        return OURS.compareTo(newest) > 0 ? newest : OURS;
    }

    private static ApiVersion parse(String text) {
        String[] parts = text.split("\\.", 2);
        return new ApiVersion(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    @Override
    public int compareTo(ApiVersion other) {
        return major != other.major ? Integer.compare(major, other.major) : Integer.compare(minor, other.minor);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
