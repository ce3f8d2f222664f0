/// Steps become a JavaScript program, formulas and checks are read and typed, and a pool of worker
/// processes executes the program in slices. The server itself never evaluates a flow.
@NullMarked
package dev.knowhow.flow;

import org.jspecify.annotations.NullMarked;
