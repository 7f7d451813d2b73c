package dev.nanokit.github.client.auth;

/** The App as itself. */
public final class AppCredential implements Authorized.Credential {
    private final AppJwt jwt;

    public AppCredential(AppJwt jwt) {
        this.jwt = jwt;
    }

    @Override
    public String token() {
        return jwt.get();
    }

    @Override
    public void refused(String token) {
        jwt.forget();
    }
}
