package dev.nanokit.cli.github.setup;

import dev.nanokit.cli.report.Failure;
import dev.nanokit.cli.report.Refusal;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A GitHub: github.com, or an Enterprise Server.
 *
 * @param web where people go, without a slash at the end
 * @param api where programs go, without a slash at the end
 */
record GitHubPlace(URI web, URI api) {
    private static final URI WEB = URI.create("https://github.com");
    private static final URI API = URI.create("https://api.github.com");
    private static final String ENTERPRISE_API = "/api/v3";

    /** Each address tells the other, as on an Enterprise Server; github.com where neither is given. */
    static GitHubPlace of(Optional<URI> web, Optional<URI> api) {
        if (web.isEmpty() && api.isEmpty()) {
            return new GitHubPlace(WEB, API);
        }
        URI people = web.map(address -> checked(address, "--web-url"))
                .orElseGet(() -> webOf(checked(api.get(), "--api-url")));
        URI programs = api.map(address -> checked(address, "--api-url"))
                .orElseGet(() -> people.equals(WEB) ? API : URI.create(people + ENTERPRISE_API));
        return new GitHubPlace(people, programs);
    }

    private static URI webOf(URI api) {
        if (api.equals(API)) {
            return WEB;
        }
        String text = api.toString();
        if (!text.endsWith(ENTERPRISE_API)) {
            throw new Refusal(Failure.usage(
                    "where people go is not told by the API's address " + api,
                    "an Enterprise Server's API ends with " + ENTERPRISE_API,
                    "give both: --web-url https://HOST --api-url " + api));
        }
        return URI.create(text.substring(0, text.length() - ENTERPRISE_API.length()));
    }

    private static URI checked(URI address, String option) {
        boolean http = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
        if (!http || address.getHost() == null) {
            throw new Refusal(
                    Failure.usage(option + " is no address of a server: " + address, "", "write it as https://HOST"));
        }
        return URI.create(address.toString().replaceFirst("/+$", ""));
    }

    boolean isGitHubDotCom() {
        return api.equals(API);
    }

    /** Where a manifest is to be posted. */
    String registration(Optional<String> organization, String state) {
        String owner =
                organization.map(name -> "/organizations/" + encoded(name)).orElse("");
        return web + owner + "/settings/apps/new?state=" + encoded(state);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
