package dev.twinwatch.interop.program;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Decides whether a test that {@link Needs} a program runs, is skipped or fails. */
final class NeedsCondition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<String> missing = AnnotationSupport.findAnnotation(context.getElement(), Needs.class)
                .flatMap(needs -> firstMissing(needs.value()));
        ConditionEvaluationResult result = decide(missing, System.getenv("CI"));
        if (result.isDisabled()) {
            // The reports have the reason too, but nobody reads those of a build that passed.
            System.err.println(context.getDisplayName() + " skipped: " + missing.orElse(""));
        }
        return result;
    }

    private static Optional<String> firstMissing(ForeignProgram[] programs) {
        return Arrays.stream(programs)
                .map(ForeignProgram::missing)
                .flatMap(Optional::stream)
                .findFirst();
    }

    static ConditionEvaluationResult decide(Optional<String> missing, @Nullable String ci) {
        if (missing.isEmpty()) {
            return ConditionEvaluationResult.enabled("what it needs is here");
        }
        if ("true".equals(ci)) {
            throw new IllegalStateException(missing.get() + "; with CI=true this test may not be skipped");
        }
        return ConditionEvaluationResult.disabled(missing.get());
    }
}
