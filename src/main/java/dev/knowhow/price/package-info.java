/// Token buckets times dated prices make money: the price table, the owner's own prices, exact
/// sums.
@NullMarked
package dev.knowhow.price;

import org.jspecify.annotations.NullMarked;
