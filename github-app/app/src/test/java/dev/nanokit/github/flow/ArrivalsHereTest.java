package dev.nanokit.github.flow;

class ArrivalsHereTest extends ArrivalsContract {
    private final Arrivals arrivals = new ArrivalsHere();

    @Override
    Arrivals arrivals() {
        return arrivals;
    }
}
