package dev.nanokit.provider.docker.lab;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Tests on a real Docker engine: left out where none runs, except in CI, where one must. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RequiresEngine.Condition.class)
public @interface RequiresEngine {
    /** Asks the engine once. */
    final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            boolean inCi = "true".equals(System.getenv("CI"));
            return inCi || TestEngine.isThere()
                    ? ConditionEvaluationResult.enabled("a Docker engine is there, or must be")
                    : ConditionEvaluationResult.disabled("no Docker engine answers at " + TestEngine.HOST);
        }
    }
}
