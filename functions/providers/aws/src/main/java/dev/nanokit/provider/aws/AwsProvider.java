package dev.nanokit.provider.aws;

import dev.nanokit.engine.config.Environment;
import dev.nanokit.engine.config.ProviderId;
import dev.nanokit.provider.Compilation;
import dev.nanokit.provider.Connection;
import dev.nanokit.provider.ConnectionSettings;
import dev.nanokit.provider.Provider;
import dev.nanokit.provider.Sources;
import dev.nanokit.provider.aws.call.AwsAccount;
import dev.nanokit.provider.aws.compile.AwsCompiler;

/** Amazon Web Services, one region of one account. */
public final class AwsProvider implements Provider {
    @Override
    public ProviderId id() {
        return ProviderId.AWS;
    }

    @Override
    public Compilation compile(Environment environment, Sources sources) {
        return AwsCompiler.compile(environment);
    }

    @Override
    public Connection connect(Environment environment, ConnectionSettings settings) {
        AwsAccount account = new AwsAccount(
                settings.variables(),
                environment.infra().region(),
                environment.infra().account());
        return new AwsConnection(account, environment.owner());
    }
}
