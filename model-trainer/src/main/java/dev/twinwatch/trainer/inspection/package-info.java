/** Looks at events that nobody has described yet: proposes a watch for them, and checks a watch against them. */
@NullMarked
package dev.twinwatch.trainer.inspection;

import org.jspecify.annotations.NullMarked;
