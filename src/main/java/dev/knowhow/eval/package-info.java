/// Runs the examples of a template or a version, holds the results against what must hold, and sees
/// that every check catches the mistakes that were planted for it.
@NullMarked
package dev.knowhow.eval;

import org.jspecify.annotations.NullMarked;
