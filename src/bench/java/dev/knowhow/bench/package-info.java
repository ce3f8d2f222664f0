/// What the product costs: micro-benchmarks by JMH and programs that put a load on the real parts.
/// Nothing here is shipped.
@NullMarked
package dev.knowhow.bench;

import org.jspecify.annotations.NullMarked;
