package dev.nanokit.github.client;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.nanokit.github.api.AppDeliveries;
import dev.nanokit.github.api.AppIdentity;
import dev.nanokit.github.api.AppRegistration;
import dev.nanokit.github.api.GitHub;
import dev.nanokit.github.api.Issues;
import dev.nanokit.github.api.Repository;
import dev.nanokit.github.client.auth.AppCredential;
import dev.nanokit.github.client.auth.AppJwt;
import dev.nanokit.github.client.auth.Authorized;
import dev.nanokit.github.client.auth.InstallationCredential;
import dev.nanokit.github.client.auth.Installations;
import dev.nanokit.github.client.http.Answer;
import dev.nanokit.github.client.http.Api;
import dev.nanokit.github.client.http.Cached;
import dev.nanokit.github.client.http.Exchange;
import dev.nanokit.github.client.repository.RepositoryClient;
import dev.nanokit.webhook.trigger.RepositoryRef;
import java.net.URI;
import java.time.Clock;

/** GitHub through one App. Made once and used by all threads: it holds the tokens and what was read before. */
public final class GitHubClient implements GitHub {
    private static final int REPOSITORIES = 5_000;

    private final ClientSettings settings;
    private final Clock clock;
    private final Transport transport;
    private final Self self;
    private final Api app;
    private final Installations installations;
    private final Cache<String, Answer> memory;
    private final Cache<Long, Exchange> limits =
            Caffeine.newBuilder().maximumSize(REPOSITORIES).build();
    private final Cache<RepositoryKey, RepositoryClient> repositories =
            Caffeine.newBuilder().maximumSize(REPOSITORIES).build();

    private record RepositoryKey(long installation, String fullName) {}

    private GitHubClient(ClientSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.transport = new Transport(settings, clock);
        AppJwt jwt = new AppJwt(settings.appId(), settings.privateKeyPem(), clock);
        this.app = new Api(settings.apiUrl(), new Authorized(transport.limited(), new AppCredential(jwt)));
        this.self = new Self(app);
        this.installations = new Installations(app);
        this.memory = Cached.memory(settings.memory());
    }

    /** Costs no call: GitHub is first asked when something is wanted of it. */
    public static GitHubClient connect(ClientSettings settings, Clock clock) {
        return new GitHubClient(settings, clock);
    }

    /** For {@code nkapp github setup}, before there is an App. */
    public static AppRegistration registration(URI apiUrl, String userAgent) {
        ClientSettings settings = new ClientSettings(apiUrl, "none yet", () -> "", userAgent);
        Exchange exchange = new Transport(settings, Clock.systemUTC()).limited();
        return new ManifestConversion(new Api(settings.apiUrl(), exchange));
    }

    @Override
    public Repository repository(RepositoryRef ref) {
        return client(ref);
    }

    /** The issues that the App keeps there; through the same token. */
    public Issues issues(RepositoryRef ref) {
        return client(ref).issues();
    }

    private RepositoryClient client(RepositoryRef ref) {
        return repositories.get(new RepositoryKey(ref.installationId(), ref.fullName()), key -> connect(ref));
    }

    private RepositoryClient connect(RepositoryRef ref) {
        Exchange limited = ref.installationId() == RepositoryRef.UNKNOWN_INSTALLATION
                ? transport.limited()
                : limits.get(ref.installationId(), installation -> transport.limited());
        InstallationCredential credential = new InstallationCredential(() -> installations.token(ref), clock);
        Exchange exchange = new Cached(new Authorized(limited, credential), ref.installationId() + " ", memory);
        return new RepositoryClient(
                ref.fullName(),
                new RepositoryClient.Parts(
                        settings.apiUrl(), exchange, transport.wire(), self::identity, clock, settings.pause()));
    }

    /**
     * Who GitHub takes the App for, asked once. A way to find out early whether id, key and address belong together.
     *
     * @throws dev.nanokit.github.api.GitHubException with status 401 when id and key don't belong together
     */
    public AppIdentity identity() {
        return self.identity();
    }

    public AppDeliveries deliveries() {
        return new Deliveries(app);
    }
}
