/// What tests of several rooms share: databases, the cast, fakes at the edge.
@NullMarked
package dev.knowhow.testing;

import org.jspecify.annotations.NullMarked;
