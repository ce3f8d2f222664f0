/// The one exception that a person may read: its kind, what happened, where, and what to do.
@NullMarked
package dev.knowhow.problem;

import org.jspecify.annotations.NullMarked;
