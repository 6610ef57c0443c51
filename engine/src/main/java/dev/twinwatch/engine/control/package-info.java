/** What records of control and feedback say, as what the engine does by them: the one package that knows contracts. */
@NullMarked
package dev.twinwatch.engine.control;

import org.jspecify.annotations.NullMarked;
