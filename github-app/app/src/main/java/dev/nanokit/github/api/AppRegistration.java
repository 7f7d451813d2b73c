package dev.nanokit.github.api;

/** How a new App comes to be: the last step of GitHub's manifest flow. Needs no credentials but the code. */
public interface AppRegistration {
    /**
     * Trades the code, with which GitHub sent the browser back, for the new App and its secrets. A code is good once,
     * for an hour.
     *
     * @throws GitHubException with status 404 when the code is unknown, used or too old
     */
    RegisteredApp register(String code);

    /**
     * @param slug its name in addresses
     * @param htmlUrl its page, from where it is installed
     * @param privateKeyPem what the App signs with; shown by GitHub this once
     * @param webhookSecret what GitHub signs deliveries with; empty when the manifest has no webhook
     */
    record RegisteredApp(
            long id, String slug, String clientId, String htmlUrl, String privateKeyPem, String webhookSecret) {
        @Override
        public String toString() {
            return "RegisteredApp[id=" + id + ", slug=" + slug + ", secrets hidden]";
        }
    }
}
