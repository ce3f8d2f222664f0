/// A run's life: it starts, its flow is sliced, its calls are performed and journaled, it ends with
/// a result, "can't say" or a stated failure, and can be looked at ever after.
@NullMarked
package dev.knowhow.run;

import org.jspecify.annotations.NullMarked;
