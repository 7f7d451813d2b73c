package dev.nanokit.engine.config.shape;

/** A value of each shape, to be shown in the fix of an error. */
final class Examples {
    private Examples() {}

    static String of(Shape shape) {
        return switch (shape) {
            case Shape.Wrapped wrapped -> of(wrapped.inner());
            case Shape.Text text -> text.format().example();
            case Shape.Words words -> words.example();
            case Shape.Choice choice -> choice.options().getFirst();
            case Shape.Whole whole -> whole.max() > 8080 ? "8080" : String.valueOf(Math.max(whole.min(), 1));
            case Shape.Decimal decimal -> "0.5";
            case Shape.Flag flag -> "true";
            case Shape.Items items -> "[" + of(items.item()) + "]";
            case Shape.Named named -> "{ name: " + of(named.value()) + " }";
            case Shape.Either either -> of(either.first());
            case Fields fields ->
                fields.fields().entrySet().stream()
                        .findFirst()
                        .map(entry -> "{ " + entry.getKey() + ": "
                                + of(entry.getValue().shape()) + " }")
                        .orElse("{}");
        };
    }
}
