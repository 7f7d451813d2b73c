package dev.nanokit.bench.lambda.peer;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

class UntunedWiring {
    @Produces
    @Singleton
    PeerIntake intake() {
        return new PeerIntake();
    }
}
