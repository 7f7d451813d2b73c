package dev.nanokit.cli.terminal;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The process's signals: interrupt (Ctrl-C) and termination. Java has no public interface to signals, so the one that
 * every JDK has in {@code jdk.unsupported} is called by reflection; on a JVM without it Ctrl-C ends the process at once.
 */
public final class SignalInterrupts implements Interrupts {
    private static final int SIGNALLED = 128;

    private enum Kind {
        INT(2),
        TERM(15);

        private final int number;

        Kind(int number) {
            this.number = number;
        }
    }

    @Override
    public Watch watch(Runnable onFirst) {
        AtomicBoolean pressed = new AtomicBoolean();
        List<Runnable> restore = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            restore.add(handle(kind, () -> {
                if (pressed.getAndSet(true)) {
                    Runtime.getRuntime().halt(SIGNALLED + kind.number);
                }
                onFirst.run();
            }));
        }
        return new SignalWatch(pressed, restore);
    }

    private record SignalWatch(AtomicBoolean flag, List<Runnable> restore) implements Watch {
        @Override
        public boolean pressed() {
            return flag.get();
        }

        @Override
        public void close() {
            restore.forEach(Runnable::run);
        }
    }

    /** Sets the handler, and returns what sets the former one again. */
    private static Runnable handle(Kind kind, Runnable handler) {
        try {
            Class<?> signalClass = Class.forName("sun.misc.Signal");
            Class<?> handlerClass = Class.forName("sun.misc.SignalHandler");
            MethodHandle run = MethodHandles.lookup()
                    .findVirtual(Runnable.class, "run", MethodType.methodType(void.class))
                    .bindTo(handler);
            Object own = MethodHandleProxies.asInterfaceInstance(
                    handlerClass, MethodHandles.dropArguments(run, 0, signalClass));
            Object signal = signalClass.getConstructor(String.class).newInstance(kind.name());
            var set = signalClass.getMethod("handle", signalClass, handlerClass);
            Object former = set.invoke(null, signal, own);
            return () -> {
                try {
                    set.invoke(null, signal, former);
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException("the handler of SIG" + kind + " can't be set back", e);
                }
            };
        } catch (ReflectiveOperationException e) {
            return () -> {};
        }
    }
}
