/// The one exception that a person may read: what kind it is, where, what was found, and what to
/// do.
@NullMarked
package dev.knowhow.problem;

import org.jspecify.annotations.NullMarked;
