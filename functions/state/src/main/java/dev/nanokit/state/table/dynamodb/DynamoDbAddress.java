package dev.nanokit.state.table.dynamodb;

import dev.nanokit.state.table.TableException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which table: {@code dynamodb://table?region=eu-west-1}.
 *
 * @param region empty for the region of the AWS profile or environment
 * @param endpoint empty for the region's own; another one for DynamoDB Local
 * @param create whether to make the table where it is missing
 */
public record DynamoDbAddress(String table, Optional<String> region, Optional<URI> endpoint, boolean create) {
    private static final Pattern TABLE = Pattern.compile("[a-zA-Z0-9_.-]{3,255}");
    private static final Pattern REGION = Pattern.compile("[a-z]{2,}(-[a-z]+)+-[0-9]+");
    private static final Pattern ENDPOINT = Pattern.compile("https?://[^/]+.*");
    private static final Set<String> PARAMETERS = Set.of("region", "endpoint", "create");

    /** @throws TableException when the address is not of this form; says what is wrong with it */
    public static DynamoDbAddress parse(URI uri) {
        String table = Optional.ofNullable(uri.getRawAuthority()).orElse("");
        require(TABLE.matcher(table).matches(), uri, "'" + table + "' is not the name of a DynamoDB table");
        Map<String, String> parameters = parameters(uri);
        Optional<String> region = Optional.ofNullable(parameters.get("region"));
        region.ifPresent(text -> require(REGION.matcher(text).matches(), uri, "'" + text + "' is not a region"));
        Optional<String> endpoint = Optional.ofNullable(parameters.get("endpoint"));
        endpoint.ifPresent(text ->
                require(ENDPOINT.matcher(text).matches(), uri, "the endpoint '" + text + "' is not an http address"));
        String create = parameters.getOrDefault("create", "false");
        require(Set.of("true", "false").contains(create), uri, "create is true or false, not '" + create + "'");
        return new DynamoDbAddress(table, region, endpoint.map(URI::create), create.equals("true"));
    }

    private static Map<String, String> parameters(URI uri) {
        Map<String, String> parameters = new HashMap<>();
        String query = Optional.ofNullable(uri.getRawQuery()).orElse("");
        for (String pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            String name = pair.substring(0, Math.max(0, pair.indexOf('=')));
            require(PARAMETERS.contains(name), uri, "'" + pair + "' is none of region=, endpoint= and create=");
            parameters.put(name, URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8));
        }
        return parameters;
    }

    private static void require(boolean holds, URI uri, String problem) {
        if (!holds) {
            throw new TableException(
                    "the state address " + uri + " can't be used: " + problem,
                    false,
                    "Write it like dynamodb://nanokit-state?region=eu-west-1.",
                    null);
        }
    }
}
