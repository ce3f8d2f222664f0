/// Sends a compiled prompt to a model: chooses, reserves, streams, tries again, settles.
@NullMarked
package dev.knowhow.model;

import org.jspecify.annotations.NullMarked;
